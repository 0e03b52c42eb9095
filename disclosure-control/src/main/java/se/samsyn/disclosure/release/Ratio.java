package se.samsyn.disclosure.release;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A share, a mean or a rate that is shown beside or instead of its parts. Readers know that
 * numerator / denominator lies between the two bounds.
 *
 * @param lower what the rounding allows at least, such as 0.325 for 33 %
 * @param upper what it allows at most, such as 0.335
 */
public record Ratio(Subject numerator, Subject denominator, BigDecimal lower, BigDecimal upper) {
  public Ratio {
    Objects.requireNonNull(numerator, "numerator");
    Objects.requireNonNull(denominator, "denominator");
    if (lower.signum() < 0 || lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException("a ratio's bounds must be in order and not negative");
    }
  }

  /**
   * A ratio rounded to the nearest step.
   *
   * @param step such as 0.01 for whole per cent
   */
  public static Ratio rounded(
      Subject numerator, Subject denominator, BigDecimal shown, BigDecimal step) {
    BigDecimal half = step.divide(BigDecimal.valueOf(2));
    return new Ratio(
        numerator, denominator, shown.subtract(half).max(BigDecimal.ZERO), shown.add(half));
  }
}
