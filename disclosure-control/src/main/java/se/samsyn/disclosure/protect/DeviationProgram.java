package se.samsyn.disclosure.protect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The cheapest way to change one cell by a given amount, within some cells of a table; all others
 * stay. The deviations are scaled by the amount, so that the program's numbers are near 1 whatever
 * the table's are (raw magnitudes make the simplex method stall).
 */
final class DeviationProgram implements AutoCloseable {
  private static final double FAR = 1e6;
  private static final double TINY = 1e-7;
  private static final long PATIENCE = 20_000;
  private static final int DENOMINATORS = 12;

  private final Table table;
  private final int[] cells;
  private final boolean whole;
  private final LinearProgram program;

  /**
   * @param cells what may change, ascending
   * @param whole whether changes must be whole numbers
   */
  DeviationProgram(Table table, int[] cells, boolean whole) {
    this.table = table;
    this.cells = cells;
    this.whole = whole;
    this.program = whole ? LinearProgram.integer() : LinearProgram.fromZero();
    Map<Integer, Integer> rows = new HashMap<>();
    TableSpace space = table.space();
    BitSet touched = new BitSet();
    for (int cell : cells) {
      program.variable(0, 0, whole);
      program.variable(0, 0, whole);
      for (int i = 0; i < space.degree(cell); i++) {
        touched.set(space.relationOf(cell, i));
      }
    }
    touched.stream().forEach(r -> rows.put(r, program.row(0, 0)));
    Map<Integer, Integer> position = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      position.put(cells[i], i);
    }
    for (var entry : rows.entrySet()) {
      Relation relation = space.relations().get(entry.getKey());
      for (int i = 0; i < relation.cells().length; i++) {
        Integer at = position.get(relation.cells()[i]);
        if (at != null) {
          program.coefficient(entry.getValue(), 2 * at, relation.coefficients()[i]);
          program.coefficient(entry.getValue(), 2 * at + 1, -relation.coefficients()[i]);
        }
      }
    }
  }

  /** How a search ended. */
  sealed interface Answer {}

  /** A verified direction that reaches the goal. */
  record Found(Ray ray) implements Answer {}

  /** Within these cells there is none. */
  record None() implements Answer {}

  /** There is one in fractions; which cells it changes. */
  record Fractional(BitSet support) implements Answer {}

  /** What is wanted: that {@code cell} goes up (or down) by {@code amount}. */
  record Goal(int cell, boolean up, long amount) {}

  /**
   * @param allowed the cells that may change
   * @param cost per unit of change of a cell
   */
  Answer solve(Goal goal, IntPredicate allowed, IntToDoubleFunction cost) {
    double scale = whole ? 1 : goal.amount;
    for (int i = 0; i < cells.length; i++) {
      int cell = cells[i];
      if (cell == goal.cell) {
        double fixed = whole ? goal.amount : 1;
        program.bounds(2 * i, goal.up ? fixed : 0, goal.up ? fixed : 0);
        program.bounds(2 * i + 1, goal.up ? 0 : fixed, goal.up ? 0 : fixed);
      } else if (allowed.test(cell)) {
        program.bounds(2 * i, 0, Math.min(FAR, roomUp(cell) / scale));
        program.bounds(2 * i + 1, 0, Math.min(FAR, roomDown(cell) / scale));
        program.cost(2 * i, cost.applyAsDouble(cell));
        program.cost(2 * i + 1, cost.applyAsDouble(cell));
      } else {
        program.bounds(2 * i, 0, 0);
        program.bounds(2 * i + 1, 0, 0);
      }
    }
    Outcome outcome = program.minimize(PATIENCE);
    if (outcome != Outcome.OPTIMAL && outcome != Outcome.FEASIBLE) {
      return new None();
    }
    double[] changes = new double[cells.length];
    BitSet support = new BitSet();
    for (int i = 0; i < cells.length; i++) {
      changes[i] = program.value(2 * i) - program.value(2 * i + 1);
      if (Math.abs(changes[i]) > TINY) {
        support.set(cells[i]);
      }
    }
    Optional<Ray> ray = whole ? verified(changes, 1) : wholeMultiple(changes, goal.amount);
    return ray.isPresent() && reaches(ray.get(), goal)
        ? new Found(ray.get())
        : new Fractional(support);
  }

  private static boolean reaches(Ray ray, Goal goal) {
    return (goal.up ? ray.up(goal.cell) : ray.down(goal.cell)) >= goal.amount;
  }

  /** What may change. */
  int[] cells() {
    return cells;
  }

  /** In the table's own units, or else the smallest multiple of the direction that is whole. */
  private Optional<Ray> wholeMultiple(double[] changes, long amount) {
    Optional<Ray> direct = verified(changes, amount);
    for (int multiple = 1; direct.isEmpty() && multiple <= DENOMINATORS; multiple++) {
      if (isWhole(changes, multiple)) {
        return verified(changes, multiple);
      }
    }
    return direct;
  }

  private static boolean isWhole(double[] changes, int multiple) {
    for (double change : changes) {
      if (Math.abs(change * multiple - Math.rint(change * multiple)) > 1e-5) {
        return false;
      }
    }
    return true;
  }

  private Optional<Ray> verified(double[] changes, long multiple) {
    int[] support = new int[cells.length];
    long[] whole = new long[cells.length];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      long change = Math.round(changes[i] * multiple);
      if (change != 0) {
        support[size] = cells[i];
        whole[size++] = change;
      }
    }
    return Ray.verified(table, Arrays.copyOf(support, size), Arrays.copyOf(whole, size));
  }

  private double roomUp(int cell) {
    long upper = table.space().upper(cell);
    return upper == TableSpace.UNBOUNDED ? Double.MAX_VALUE : upper - table.value(cell);
  }

  private double roomDown(int cell) {
    return table.value(cell) - table.space().lower(cell);
  }

  @Override
  public void close() {
    program.close();
  }
}
