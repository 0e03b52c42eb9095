package se.samsyn.disclosure.rounding;

import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * Inner cells of 1..value-1 are moved to 0 or to {@code value}.
 *
 * @param value at least {@link MinimumFrequency#FLOOR}
 */
public record RoundingBase(int value) {
  public RoundingBase {
    if (value < MinimumFrequency.FLOOR) {
      throw new IllegalArgumentException(
          "the base of rounding must be at least " + MinimumFrequency.FLOOR);
    }
  }

  /** Whether an inner cell of this value moves. */
  public boolean moves(long count) {
    return count > 0 && count < value;
  }
}
