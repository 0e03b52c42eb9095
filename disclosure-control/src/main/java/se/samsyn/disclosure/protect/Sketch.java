package se.samsyn.disclosure.protect;

import se.samsyn.disclosure.protect.DeviationProgram.Goal;

/**
 * A way in fractions: it promises that a goal can be reached, and proves nothing. Whole ones take
 * longer to find, so where many patterns are tried they are sought for the last one only.
 */
record Sketch(Goal goal, int[] cells) implements Way {
  @Override
  public long up(int cell) {
    return cell == goal.cell() && goal.up() ? goal.amount() : 0;
  }

  @Override
  public long down(int cell) {
    return cell == goal.cell() && !goal.up() ? goal.amount() : 0;
  }
}
