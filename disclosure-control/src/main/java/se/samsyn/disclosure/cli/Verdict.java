package se.samsyn.disclosure.cli;

import java.util.BitSet;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.jj.JjTable;

/**
 * What an audit says of a pattern.
 *
 * @param violations unsafe cells that are shown, or for which less is left than demanded
 * @param secondary hidden cells that are not unsafe themselves
 * @param exact hidden cells of which only one value was found possible
 * @param unproven hidden cells whose interval was not proven
 */
record Verdict(int violations, int secondary, int exact, int unproven) {
  static Verdict of(JjTable table, BitSet hidden, FeasibilityInterval[] intervals) {
    BitSet unsafe = new BitSet();
    int violations = 0;
    for (var demand : table.demands()) {
      unsafe.set(demand.cell());
      var attained = intervals[demand.cell()].attained();
      if (!demand.requirement().isMetBy(attained.lower(), attained.upper())) {
        violations++;
      }
    }
    BitSet secondary = (BitSet) hidden.clone();
    secondary.andNot(unsafe);
    int exact = (int) hidden.stream().filter(cell -> intervals[cell].mayBeExact()).count();
    int unproven = (int) hidden.stream().filter(cell -> !intervals[cell].isProven()).count();
    return new Verdict(violations, secondary.cardinality(), exact, unproven);
  }
}
