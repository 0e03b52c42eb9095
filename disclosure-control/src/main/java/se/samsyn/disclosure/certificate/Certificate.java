package se.samsyn.disclosure.certificate;

import java.util.BitSet;
import java.util.List;

/**
 * Why a pattern is safe: for each claim two whole-number tables that agree with all that is
 * published. It holds the true table's secrets and stays with its owner.
 *
 * @param hidden the cells that are not shown, helper cells included
 */
public record Certificate(BitSet hidden, List<Deviation> deviations, List<Claim> claims) {
  public Certificate {
    hidden = (BitSet) hidden.clone();
    deviations = List.copyOf(deviations);
    claims = List.copyOf(claims);
  }
}
