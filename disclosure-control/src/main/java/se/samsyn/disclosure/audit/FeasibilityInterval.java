package se.samsyn.disclosure.audit;

/**
 * What is known of one cell from all that is published, in whole numbers.
 *
 * <p>The true value lies in {@code outer} for certain. {@code attained} are values for which a
 * whole-number table was found and checked. Where the two agree the interval is proven; where they
 * do not, only {@code attained} may be relied on for safety, and only {@code outer} for a statement
 * about the value.
 *
 * <p>In a component with figures above 10^9 (money in small units) tables in real numbers count as
 * attained: a solver cannot tell whole numbers of that size from real ones, nor does it matter.
 *
 * @param attained the ends of what was found; inside {@code outer}
 */
public record FeasibilityInterval(Bounds outer, Bounds attained) {
  static FeasibilityInterval of(Bounds bounds) {
    return new FeasibilityInterval(bounds, bounds);
  }

  public boolean isProven() {
    return outer.equals(attained);
  }

  /** Whether the cell may be known exactly: no two tables with different values were found. */
  public boolean mayBeExact() {
    return attained.lower() == attained.upper();
  }

  public long lower() {
    return outer.lower();
  }

  public long upper() {
    return outer.upper();
  }
}
