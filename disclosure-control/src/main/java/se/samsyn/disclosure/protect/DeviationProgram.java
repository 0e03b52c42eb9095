package se.samsyn.disclosure.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The cheapest way to change one cell by a given amount, within some cells of a table; all others
 * stay. The deviations are scaled by the amount, so that the program's numbers are near 1 whatever
 * the table's are (raw magnitudes make the simplex method stall).
 *
 * <p>Each strand has two variables: how much it rises and how much it falls.
 */
final class DeviationProgram implements AutoCloseable {
  private static final double FAR = 1e6;

  /** How many times the amount another cell may change, where numbers must be whole. */
  private static final long FAR_WHOLE = 20;

  private static final double TINY = 1e-7;

  /** So near to a whole number is whole. */
  private static final double INTEGRAL = 1e-5;

  private static final long PATIENCE = 20_000;
  private static final int DENOMINATORS = 12;

  /** How many changes are made whole one by one. */
  private static final int TURNS = 30;

  /** Amounts from here on are large enough to be rounded to a multiple of {@link #GRAINS}. */
  private static final long LARGE = 1_000_000;

  /** If all bounds are multiples of a grain, so are the fractions of a vertex that divide it. */
  private static final long[] GRAINS = {2, 12, 2520};

  private final Table table;
  private final int[] cells;
  private final Strands strands;
  private final boolean whole;
  private final LinearProgram program;

  /**
   * In real numbers.
   *
   * @param cells what may change, ascending
   */
  DeviationProgram(Table table, int[] cells) {
    this(table, cells, false, LinearProgram.fromZero());
  }

  /**
   * For one goal in whole numbers, where fractions were found.
   *
   * @param effort as in {@link LinearProgram#smallWhole}
   */
  static DeviationProgram whole(Table table, int[] cells, Goal goal, double effort) {
    return new DeviationProgram(
        table,
        cells,
        true,
        goal.amount < LARGE ? LinearProgram.smallWhole(effort) : LinearProgram.integer());
  }

  private DeviationProgram(Table table, int[] cells, boolean whole, LinearProgram program) {
    this.table = table;
    this.cells = cells;
    this.whole = whole;
    this.program = program;
    strands = new Strands(table.space(), cells);
    for (int at = 0; at < strands.count(); at++) {
      program.variable(0, 0, whole);
      program.variable(0, 0, whole);
    }
    strands.ties().forEach(this::addRow);
  }

  private void addRow(Strands.Tie tie) {
    int row = program.row(0, 0);
    for (int i = 0; i < tie.strands().length; i++) {
      program.coefficient(row, 2 * tie.strands()[i], tie.coefficients()[i]);
      program.coefficient(row, 2 * tie.strands()[i] + 1, -tie.coefficients()[i]);
    }
  }

  /** How a search ended. */
  sealed interface Answer {
    default Optional<Ray> found() {
      return this instanceof Found found ? Optional.of(found.ray) : Optional.empty();
    }
  }

  /** A verified direction that reaches the goal. */
  record Found(Ray ray) implements Answer {}

  /** Within these cells there is none. */
  record None() implements Answer {}

  /** There is one in fractions. */
  record Fractional(Sketch sketch) implements Answer {}

  /** What is wanted: that {@code cell} goes up (or down) by {@code amount}. */
  record Goal(int cell, boolean up, long amount) {}

  /** What may change. */
  int[] cells() {
    return cells;
  }

  /**
   * @param allowed the cells that may change
   * @param cost per unit of change of a cell
   */
  Answer solve(Goal goal, IntPredicate allowed, IntToDoubleFunction cost) {
    double room = goal.up ? roomUp(goal.cell, 1) : roomDown(goal.cell, 1);
    if (goal.amount > room || Arrays.binarySearch(cells, goal.cell) < 0) {
      return new None();
    }
    Answer answer = solve(goal, allowed, cost, 1);
    for (int i = 0;
        answer instanceof Fractional && goal.amount >= LARGE && i < GRAINS.length;
        i++) {
      Answer coarse = solve(goal, allowed, cost, GRAINS[i]);
      answer = coarse instanceof None ? answer : coarse;
    }
    return answer;
  }

  private Answer solve(Goal goal, IntPredicate allowed, IntToDoubleFunction cost, long grain) {
    long amount = (goal.amount + grain - 1) / grain * grain;
    boolean isThere = false;
    for (int at = 0; at < strands.count(); at++) {
      isThere |= prepare(at, goal, allowed, cost, grain, amount);
    }
    if (!isThere) {
      return new None();
    }
    return answer(goal, amount, program.minimize(PATIENCE));
  }

  /**
   * Sets a strand's bounds and price.
   *
   * @return whether it is the goal's
   */
  private boolean prepare(
      int at, Goal goal, IntPredicate allowed, IntToDoubleFunction cost, long grain, long amount) {
    double scale = whole ? 1 : amount;
    double most = whole ? (double) FAR_WHOLE * amount : FAR;
    double rise = most;
    double fall = most;
    double price = 0;
    boolean isGoal = false;
    boolean isRising = false;
    for (Strands.Member member : strands.members(at)) {
      int cell = cells[member.place()];
      double up = roomUp(cell, grain) / scale;
      double down = roomDown(cell, grain) / scale;
      if (cell == goal.cell) {
        isGoal = true;
        isRising = goal.up != member.opposite();
      } else if (!allowed.test(cell)) {
        up = 0;
        down = 0;
      } else {
        price += cost.applyAsDouble(cell);
      }
      rise = Math.min(rise, member.opposite() ? down : up);
      fall = Math.min(fall, member.opposite() ? up : down);
    }
    double fixed = isGoal ? amount / scale : 0;
    program.bounds(2 * at, isRising ? fixed : 0, isGoal ? (isRising ? fixed : 0) : rise);
    program.bounds(2 * at + 1, isRising ? 0 : fixed, isGoal ? (isRising ? 0 : fixed) : fall);
    program.cost(2 * at, isGoal ? 0 : price);
    program.cost(2 * at + 1, isGoal ? 0 : price);
    return isGoal && fixed <= (isRising ? rise : fall);
  }

  /**
   * Goes on from the corner in fractions that {@link #solve} ended at: one change after the other
   * is made whole, and the rest may follow. Each turn is a few steps of the simplex method, where
   * an integer program begins anew; it may miss what that would find.
   */
  Optional<Ray> dive(Goal goal) {
    for (int turn = 0; turn < TURNS && goal.amount < LARGE; turn++) {
      double[] changes = changes();
      Arrays.setAll(changes, at -> changes[at] * goal.amount);
      OptionalInt next = nearestToWhole(changes);
      if (next.isEmpty()) {
        return verified(strands.ofCells(changes), 1).filter(ray -> reaches(ray, goal));
      }
      if (!makeWhole(next.getAsInt(), changes[next.getAsInt()], goal.amount)) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The strand whose change is not whole and needs least to become so. */
  private static OptionalInt nearestToWhole(double[] changes) {
    return IntStream.range(0, changes.length)
        .filter(i -> away(changes[i]) > INTEGRAL)
        .boxed()
        .min(
            // In steps, so that noise does not decide.
            Comparator.comparingLong((Integer i) -> Math.round(away(changes[i]) / INTEGRAL))
                .thenComparing(i -> i))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static double away(double change) {
    return Math.abs(change - Math.rint(change));
  }

  /** The nearer way or else the other; false if neither can be. */
  private boolean makeWhole(int at, double change, double scale) {
    double mostRise = program.upper(2 * at);
    double mostFall = program.upper(2 * at + 1);
    long nearer = Math.round(change);
    for (long whole : new long[] {nearer, nearer + (change > nearer ? 1 : -1)}) {
      double rise = Math.max(0, whole) / scale;
      double fall = Math.max(0, -whole) / scale;
      if (rise <= mostRise && fall <= mostFall) {
        program.bounds(2 * at, rise, rise);
        program.bounds(2 * at + 1, fall, fall);
        if (program.minimize(PATIENCE) == Outcome.OPTIMAL) {
          return true;
        }
      }
    }
    return false;
  }

  private Answer answer(Goal goal, long amount, Outcome outcome) {
    if (outcome != Outcome.OPTIMAL && outcome != Outcome.FEASIBLE) {
      return new None();
    }
    double[] changes = strands.ofCells(changes());
    Optional<Ray> ray = whole ? verified(changes, 1) : wholeMultiple(changes, amount);
    if (ray.isPresent() && reaches(ray.get(), goal)) {
      return new Found(ray.get());
    }
    return new Fractional(sketch(changes, whole ? 1 : amount));
  }

  private Sketch sketch(double[] changes, double scale) {
    int[] support =
        IntStream.range(0, cells.length).filter(i -> Math.abs(changes[i]) > TINY).toArray();
    return new Sketch(
        IntStream.of(support).map(i -> cells[i]).toArray(),
        IntStream.of(support).mapToDouble(i -> changes[i] * scale).toArray());
  }

  /** By strand. */
  private double[] changes() {
    double[] changes = new double[strands.count()];
    for (int at = 0; at < changes.length; at++) {
      changes[at] = program.value(2 * at) - program.value(2 * at + 1);
    }
    return changes;
  }

  private static boolean reaches(Ray ray, Goal goal) {
    return (goal.up ? ray.up(goal.cell) : ray.down(goal.cell)) >= goal.amount;
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
      if (Math.abs(change * multiple - Math.rint(change * multiple)) > INTEGRAL) {
        return false;
      }
    }
    return true;
  }

  private Optional<Ray> verified(double[] changes, long multiple) {
    int[] support = new int[cells.length];
    long[] wholeChanges = new long[cells.length];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      long change = Math.round(changes[i] * multiple);
      if (change != 0) {
        support[size] = cells[i];
        wholeChanges[size++] = change;
      }
    }
    return Ray.verified(table, Arrays.copyOf(support, size), Arrays.copyOf(wholeChanges, size));
  }

  private double roomUp(int cell, long grain) {
    long upper = table.space().upper(cell);
    return upper == TableSpace.UNBOUNDED
        ? Double.MAX_VALUE
        : (upper - table.value(cell)) / grain * grain;
  }

  private double roomDown(int cell, long grain) {
    return (table.value(cell) - table.space().lower(cell)) / grain * grain;
  }

  @Override
  public void close() {
    program.close();
  }
}
