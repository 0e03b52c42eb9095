package se.samsyn.aggregator.joint;

import java.util.List;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.schemas.table.Cell;

/** Adds up one cell over the agencies. */
final class JointCell {
  private JointCell() {}

  /**
   * The joint cell.
   *
   * <p>Values add up. A suppressed part adds what its agency's published cells leave possible, so
   * the sum is an interval: 12 + [0..9] + 7 is 19-28. It stays suppressed where the interval would
   * say nothing: no upper end, or no published part and a lower end of zero.
   *
   * @param parts one per agency that has reported; none: not reported
   */
  static Cell of(List<Part> parts) {
    if (parts.isEmpty()) {
      return Cell.NOT_REPORTED;
    }
    long lower = 0;
    long upper = 0;
    boolean limited = true;
    boolean known = false;
    boolean hidden = false;
    for (Part part : parts) {
      if (part instanceof Part.Known k) {
        known = true;
        lower = Math.addExact(lower, k.value());
        upper = Math.addExact(upper, k.value());
      } else if (part instanceof Part.Hidden h) {
        hidden = true;
        lower = Math.addExact(lower, h.lower());
        limited = limited && h.upper().isPresent();
        upper = Math.addExact(upper, h.upper().orElse(0));
      }
    }
    if (hidden) {
      return limited && (known || lower > 0) ? new Cell.Interval(lower, upper) : Cell.SUPPRESSED;
    }
    return known ? new Cell.Value(lower) : Cell.NOT_APPLICABLE;
  }
}
