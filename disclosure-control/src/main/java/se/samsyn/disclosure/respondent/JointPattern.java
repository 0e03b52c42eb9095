package se.samsyn.disclosure.respondent;

import java.util.BitSet;
import java.util.List;

/**
 * What may be shown of a joint table, per layer and cell. Amounts can be hidden where the persons
 * behind them are not, and never the other way round.
 *
 * @param hidden the cells of which nothing is shown
 * @param bounded the cells of which the sums of the parts' bounds may be shown; those that are in
 *     neither are known and are shown
 */
public record JointPattern(List<BitSet> hidden, List<BitSet> bounded) {
  public JointPattern {
    hidden = List.copyOf(hidden);
    bounded = List.copyOf(bounded);
  }

  /** Whether nothing is shown of a cell. */
  public boolean isHidden(int layer, int cell) {
    return hidden.get(layer).get(cell);
  }

  /** Whether the bounds of a cell are shown. */
  public boolean isBounded(int layer, int cell) {
    return bounded.get(layer).get(cell);
  }
}
