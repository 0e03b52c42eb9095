package se.samsyn.disclosure.protect;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.DeviationProgram.Answer;
import se.samsyn.disclosure.protect.DeviationProgram.Found;
import se.samsyn.disclosure.protect.DeviationProgram.Fractional;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.table.Table;

/**
 * Verified rays of a program in real numbers: a corner that happens to be whole, or one made whole
 * from there, or else one from an integer program, which takes longer.
 */
final class WholeRays {
  /** How hard an integer program looks where others may do. */
  private static final double LITTLE = 0.1;

  /** From so many corners whole rays are sought where they are needed. */
  private static final int CORNERS = 5;

  private final Table table;
  private final Prices prices;

  WholeRays(Table table, Prices prices) {
    this.table = table;
    this.prices = prices;
  }

  /**
   * @param narrow where an integer program looks first
   * @param effort how hard it looks elsewhere; 0: not at all, for there are other ways to go on
   */
  Optional<Ray> ray(
      DeviationProgram program,
      Goal goal,
      IntPredicate allowed,
      IntPredicate narrow,
      double effort) {
    Answer answer = atCorners(program, goal, allowed, effort == 0 ? 1 : CORNERS);
    if (answer instanceof Fractional fractional) {
      IntPredicate some = cell -> fractional.sketch().changes(cell) || narrow.test(cell);
      Optional<Ray> ray = solve(program.cells(), goal, allowed.and(some), LITTLE);
      return ray.isPresent() || effort == 0 ? ray : solve(program.cells(), goal, allowed, effort);
    }
    return answer.found();
  }

  /** Without an integer program, where another ray is known. */
  Optional<Ray> atCorner(DeviationProgram program, Goal goal, IntPredicate allowed) {
    return atCorners(program, goal, allowed, 1).found();
  }

  private Answer atCorners(DeviationProgram program, Goal goal, IntPredicate allowed, int corners) {
    Answer answer = program.solve(goal, allowed, prices::of);
    for (int i = 1; i <= corners && answer instanceof Fractional; i++) {
      // Slightly other prices lead to another corner.
      int corner = i;
      answer = program.solve(goal, allowed, cell -> prices.of(cell) * (1 + jitter(cell, corner)));
      if (answer instanceof Fractional) {
        Optional<Ray> dived = program.dive(goal);
        if (dived.isPresent()) {
          return new Found(dived.get());
        }
      }
    }
    return answer;
  }

  private static double jitter(int cell, int corner) {
    int mixed = (cell + 1) * 0x9E3779B9 * (2 * corner - 1);
    return ((mixed >>> 16) & 0xFF) / 400.0;
  }

  private Optional<Ray> solve(int[] cells, Goal goal, IntPredicate allowed, double effort) {
    int[] free =
        IntStream.of(cells).filter(cell -> cell == goal.cell() || allowed.test(cell)).toArray();
    try (DeviationProgram program = DeviationProgram.whole(table, free, goal, effort)) {
      return program.solve(goal, allowed, prices::of).found();
    }
  }
}
