package se.samsyn.disclosure.protect;

import java.util.BitSet;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.table.Table;

/**
 * A pattern that was found safe.
 *
 * @param hidden the hidden cells, helper cells included
 * @param certificate why it is safe; verified before this was made
 */
public record Protection(Table table, BitSet hidden, Certificate certificate) {
  public Protection {
    hidden = (BitSet) hidden.clone();
  }

  @Override
  public BitSet hidden() {
    return (BitSet) hidden.clone();
  }
}
