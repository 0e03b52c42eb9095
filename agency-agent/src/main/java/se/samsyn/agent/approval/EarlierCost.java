package se.samsyn.agent.approval;

import java.util.List;
import se.samsyn.schemas.envelope.Sha256;

/**
 * What earlier sendings over the same records cost a new table. They are told together: where two
 * hide the same cell, neither alone is what it costs.
 *
 * @param tables the hashes of what was sent, in order
 * @param cells how many cells are hidden that would be shown if nothing had been sent
 */
public record EarlierCost(List<Sha256> tables, int cells) {
  public EarlierCost {
    tables = List.copyOf(tables);
  }
}
