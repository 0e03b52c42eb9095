package se.samsyn.schemas.table;

/**
 * What is known of a cell outside the agency. A suppressed cell is never a zero and never a missing
 * one, and nothing tells whether it was suppressed for its own sake or to protect another.
 */
public sealed interface Cell {
  /** A published number, also a true zero. */
  record Value(long value) implements Cell {
    public Value {
      if (value < 0) {
        throw new IllegalArgumentException("a cell is not negative");
      }
    }
  }

  /** A joint total known to lie between two bounds, both included. */
  record Interval(long lower, long upper) implements Cell {
    public Interval {
      if (lower < 0 || lower >= upper) {
        throw new IllegalArgumentException("an interval needs 0 <= lower < upper");
      }
    }
  }

  /** Hidden, for whatever reason. */
  record Suppressed() implements Cell {}

  /** The combination does not exist at this agency. */
  record NotApplicable() implements Cell {}

  /** An agency or a period is missing. */
  record NotReported() implements Cell {}

  Suppressed SUPPRESSED = new Suppressed();
  NotApplicable NOT_APPLICABLE = new NotApplicable();
  NotReported NOT_REPORTED = new NotReported();
}
