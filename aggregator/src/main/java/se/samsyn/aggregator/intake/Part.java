package se.samsyn.aggregator.intake;

import java.util.OptionalLong;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.schemas.table.Cell;

/** A cell of one agency's table, with what is possible of it. */
public sealed interface Part {
  /** A published number. */
  record Known(long value) implements Part {}

  /**
   * Hidden.
   *
   * @param lower the least that the agency's published cells leave possible
   * @param upper the greatest; empty where they set no limit
   */
  record Hidden(long lower, OptionalLong upper) implements Part {}

  /** The combination does not exist at this agency. */
  record Nothing() implements Part {}

  /** The cell as the agency sent it. */
  default Cell cell() {
    if (this instanceof Known known) {
      return new Cell.Value(known.value());
    }
    return this instanceof Hidden ? Cell.SUPPRESSED : Cell.NOT_APPLICABLE;
  }

  /** From what an agency sent, and what its published cells leave possible of this one. */
  static Part of(Cell cell, FeasibilityInterval interval) {
    if (cell instanceof Cell.Value v) {
      return new Known(v.value());
    }
    if (cell instanceof Cell.Suppressed) {
      // The outer bounds: certain, also where it was not proven that they are attained.
      return new Hidden(
          interval.lower(),
          interval.outer().isBounded() ? OptionalLong.of(interval.upper()) : OptionalLong.empty());
    }
    return new Nothing();
  }

  /** From the columns of {@code submission_cell}. */
  static Part of(String state, long lower, long upper, boolean unlimited) {
    return switch (state) {
      case "value" -> new Known(lower);
      case "suppressed" ->
          new Hidden(lower, unlimited ? OptionalLong.empty() : OptionalLong.of(upper));
      case "not-applicable" -> new Nothing();
      default -> throw new IllegalStateException("an unknown state of a cell is stored");
    };
  }
}
