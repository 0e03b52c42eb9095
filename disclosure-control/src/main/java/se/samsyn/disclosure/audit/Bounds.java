package se.samsyn.disclosure.audit;

import se.samsyn.disclosure.table.TableSpace;

/**
 * From {@code lower} to {@code upper}, both included.
 *
 * @param upper {@link TableSpace#UNBOUNDED} if there is no end
 */
public record Bounds(long lower, long upper) {
  public Bounds {
    if (lower > upper) {
      throw new IllegalArgumentException("lower bound above upper bound");
    }
  }

  public boolean isBounded() {
    return upper != TableSpace.UNBOUNDED;
  }
}
