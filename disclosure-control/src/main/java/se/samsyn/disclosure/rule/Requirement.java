package se.samsyn.disclosure.rule;

import se.samsyn.disclosure.table.TableSpace;

/**
 * What an attacker must be left with for one hidden cell. All three are demanded of the cell's
 * feasibility interval in whole numbers: its lower end is at most {@code lowerAtMost}, its upper
 * end at least {@code upperAtLeast}, and its width at least {@code width} (lower, upper and sliding
 * protection in the terms of the field).
 *
 * @param lowerAtMost the cell's own value where nothing is demanded downwards
 * @param upperAtLeast the cell's own value where nothing is demanded upwards
 */
public record Requirement(long lowerAtMost, long upperAtLeast, long width) {
  public Requirement {
    if (lowerAtMost > upperAtLeast || width < 0) {
      throw new IllegalArgumentException("a requirement must contain the cell's value");
    }
  }

  /** Any interval will do, but no single value. */
  public static Requirement notExact(long value) {
    return new Requirement(value, value, 1);
  }

  /** What is demanded by both. */
  public Requirement and(Requirement other) {
    return new Requirement(
        Math.min(lowerAtMost, other.lowerAtMost),
        Math.max(upperAtLeast, other.upperAtLeast),
        Math.max(width, other.width));
  }

  /** Whether an interval that an attacker is left with fulfils it. */
  public boolean isMetBy(long lower, long upper) {
    return lower <= lowerAtMost
        && upper >= upperAtLeast
        && (upper == TableSpace.UNBOUNDED || upper - lower >= width);
  }
}
