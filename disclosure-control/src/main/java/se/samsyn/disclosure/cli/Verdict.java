package se.samsyn.disclosure.cli;

import java.util.BitSet;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.protect.Demand;

/**
 * What an audit says of a pattern.
 *
 * @param unsafe cells that are unsafe
 * @param violations unsafe cells that are shown, or for which less is left than demanded
 * @param hidden cells that are not shown
 * @param secondary hidden cells that are not unsafe themselves
 * @param exact hidden cells of which only one value was found possible
 * @param unproven hidden cells whose interval was not proven
 */
record Verdict(int unsafe, int violations, int hidden, int secondary, int exact, int unproven) {
  static Verdict of(Subject subject, BitSet allHidden, FeasibilityInterval[] intervals) {
    BitSet hidden = new BitSet();
    allHidden.stream().filter(subject::isShown).forEach(hidden::set);
    BitSet unsafe = new BitSet();
    BitSet violated = new BitSet();
    for (Demand demand : subject.demands()) {
      unsafe.set(demand.cell());
      var attained = intervals[demand.cell()].attained();
      if (!demand.requirement().isMetBy(attained.lower(), attained.upper())) {
        violated.set(demand.cell());
      }
    }
    BitSet secondary = (BitSet) hidden.clone();
    secondary.andNot(unsafe);
    int exact = (int) hidden.stream().filter(cell -> intervals[cell].mayBeExact()).count();
    int unproven = (int) hidden.stream().filter(cell -> !intervals[cell].isProven()).count();
    return new Verdict(
        unsafe.cardinality(),
        violated.cardinality(),
        hidden.cardinality(),
        secondary.cardinality(),
        exact,
        unproven);
  }
}
