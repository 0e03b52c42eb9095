package se.samsyn.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import se.samsyn.disclosure.audit.Aggregation.Row;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.solve.SideBySide;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The audit of unknown cells that hang together. Each whole-number table that turns up is kept in
 * mind for all cells, so that many bounds are attained before they are asked for.
 */
final class ComponentAudit {
  private static final long LP_PATIENCE = 60_000;
  private static final long MIP_PATIENCE = 20_000;
  private static final double TOLERANCE = 1e-5;

  /**
   * Figures above this are magnitudes: scaled down, for solvers stall on them, and taken as real.
   */
  private static final double LARGE = 1e9;

  /** Fewer cells than this are not worth another thread. */
  private static final int FEW = 100;

  /** How long, in steps of about a second, the constraint solver is asked for a bound. */
  private static final double EFFORT = 5;

  /**
   * Where more columns hang together no whole-number table is sought at a bound, once one is known:
   * nearly all corners are fractional there (of a thousand searches none ended at a whole one), and
   * an integer program takes seconds for each of thousands of bounds. A bound that no table at hand
   * attains stays flagged as not proven.
   */
  private static final int MOST_COLUMNS = 1200;

  /** The widest interval for which it is asked. */
  private static final long SMALL = 10_000;

  /** How many corners at a bound are looked at. */
  private static final int CORNERS = 2;

  /** What the widest interval of a magnitude table becomes. */
  private static final double SCALED = 1e6;

  /** sum(coefficient x column) = constant, columns by place. */
  private record Tie(int[] places, long[] coefficients, long constant) {}

  private final int[] columns;
  private final int[] asked;
  private final int threads;
  private final List<Tie> ties = new ArrayList<>();
  private final Box possible;
  private final long[] lower;
  private final long[] upper;
  private final long[] least;
  private final long[] most;
  private boolean solved;
  private final long[] origin;
  private final boolean large;
  private final double scale;

  /**
   * @param asked the columns whose bounds are wanted
   * @param start a table that agrees with all that is published, by cell, if one is known:
   *     distances from it are small numbers, with which the programs are more exact
   */
  ComponentAudit(
      Aggregation all,
      Audit.Component component,
      BitSet asked,
      Optional<long[]> start,
      int threads) {
    this.threads = threads;
    this.columns = component.columns();
    this.asked = IntStream.range(0, columns.length).filter(i -> asked.get(columns[i])).toArray();
    lower = IntStream.of(columns).mapToLong(all::lower).toArray();
    upper = IntStream.of(columns).mapToLong(all::upper).toArray();
    possible = new Box(lower.clone(), upper.clone());
    least = new long[columns.length];
    most = new long[columns.length];
    component.rows().forEach(row -> ties.add(tie(row)));
    double widest = 0;
    for (int i = 0; i < columns.length; i++) {
      widest = Math.max(widest, upper[i] == TableSpace.UNBOUNDED ? 0 : upper[i] - lower[i]);
    }
    origin =
        start
            .map(t -> IntStream.of(columns).mapToLong(c -> t[c]).toArray())
            .orElseGet(() -> new long[columns.length]);
    large = widest > LARGE;
    // A power of two, so that scaled figures still add up to the last bit.
    scale = large && start.isPresent() ? Math.scalb(1, Math.getExponent(widest / SCALED)) : 1;
    if (start.isPresent()) {
      keep(origin);
    }
  }

  /** Takes note of a table that differs so from the known one, if there is one, where possible. */
  void keep(Deviation deviation) {
    if (solved && IntStream.of(columns).anyMatch(column -> deviation.at(column) != 0)) {
      long[] table = new long[columns.length];
      Arrays.setAll(table, i -> origin[i] + deviation.at(columns[i]));
      keep(table);
    }
  }

  /** The bounds that were known before any program was asked. */
  private record Box(long[] lower, long[] upper) {
    boolean contains(long[] table) {
      return IntStream.range(0, table.length)
          .allMatch(i -> lower[i] <= table[i] && table[i] <= upper[i]);
    }
  }

  private Tie tie(Row row) {
    return new Tie(
        row.columns().stream().mapToInt(c -> Arrays.binarySearch(columns, c)).toArray(),
        row.coefficients().stream().mapToLong(a -> a).toArray(),
        row.constant());
  }

  /** Fills in the intervals of the columns that are asked for. */
  void intervals(FeasibilityInterval[] ofColumns) {
    if (ties.isEmpty()) {
      ofColumns[columns[0]] = FeasibilityInterval.of(new Bounds(lower[0], upper[0]));
      return;
    }
    boolean[] endless = endless();
    // The first alone, so that the others know a table to begin with.
    bounds(endless, 0, 1);
    if (asked.length < FEW) {
      bounds(endless, 1, asked.length);
    } else {
      boundsSideBySide(endless);
    }
    if (!solved) {
      throw new InconsistentTable("no whole-number table was found for the published figures");
    }
    for (int i : asked) {
      ofColumns[columns[i]] =
          new FeasibilityInterval(
              new Bounds(lower[i], endless[i] ? TableSpace.UNBOUNDED : upper[i]),
              new Bounds(least[i], endless[i] ? TableSpace.UNBOUNDED : most[i]));
    }
  }

  /** Divides the columns among all processors; each has programs of its own. */
  private void boundsSideBySide(boolean[] endless) {
    AtomicInteger next = new AtomicInteger(1);
    Callable<Void> share =
        () -> {
          try (LinearProgram program = program()) {
            for (int i = next.getAndIncrement(); i < asked.length; i = next.getAndIncrement()) {
              bounds(program, endless, asked[i]);
            }
          }
          return null;
        };
    SideBySide.run(Collections.nCopies(threads, share), threads);
  }

  private void bounds(boolean[] endless, int from, int to) {
    try (LinearProgram program = program()) {
      for (int i = from; i < to; i++) {
        bounds(program, endless, asked[i]);
      }
    }
  }

  private void bounds(LinearProgram program, boolean[] endless, int i) {
    if (!endless[i]) {
      bound(program, i, true);
    }
    bound(program, i, false);
  }

  private void bound(LinearProgram program, int i, boolean up) {
    if (isAttained(i, up)) {
      return;
    }
    program.cost(i, 1);
    Outcome outcome = up ? program.maximize(LP_PATIENCE) : program.minimize(LP_PATIENCE);
    if (outcome == Outcome.INFEASIBLE) {
      throw new InconsistentTable("no table has these published figures");
    }
    if (outcome == Outcome.OPTIMAL) {
      narrow(i, up, program.objective());
      if (large) {
        keepReal(program);
      } else {
        keep(program);
      }
    }
    program.cost(i, 0);
    if (large || isAttained(i, up) || (columns.length > MOST_COLUMNS && isSolved())) {
      return;
    }
    if (outcome == Outcome.OPTIMAL) {
      searchFace(program, i, up);
    }
    if (!isAttained(i, up)) {
      boundWhole(i, up);
    }
  }

  private synchronized boolean isSolved() {
    return solved;
  }

  /**
   * Looks for a whole-number table at the bound by going to several corners there; most are whole,
   * and an integer program takes far longer.
   */
  private void searchFace(LinearProgram program, int i, boolean up) {
    double low = program.lower(i);
    double high = program.upper(i);
    double target = at(i, up) - origin[i];
    program.bounds(i, target, target);
    Random random = new Random(i);
    Outcome outcome = Outcome.OPTIMAL;
    for (int turn = 0; turn < CORNERS && outcome == Outcome.OPTIMAL && !isAttained(i, up); turn++) {
      for (int j = 0; j < columns.length; j++) {
        program.cost(j, random.nextInt(-8, 9));
      }
      outcome = program.maximize(LP_PATIENCE);
      if (outcome == Outcome.OPTIMAL) {
        keep(program);
      }
    }
    for (int j = 0; j < columns.length; j++) {
      program.cost(j, 0);
    }
    program.bounds(i, low, high);
  }

  private synchronized long at(int i, boolean up) {
    return up ? upper[i] : lower[i];
  }

  private synchronized boolean isAttained(int i, boolean up) {
    return solved && (up ? most[i] == upper[i] : least[i] == lower[i]);
  }

  private void boundWhole(int i, boolean up) {
    if (isSmall()) {
      boundWhole(LinearProgram.smallExact(EFFORT), i, up);
    }
    if (!isAttained(i, up)) {
      boundWhole(LinearProgram.integer(), i, up);
    }
  }

  /** Whether all figures have bounds near enough for a constraint solver. */
  private synchronized boolean isSmall() {
    for (int i = 0; i < columns.length; i++) {
      if (upper[i] == TableSpace.UNBOUNDED || upper[i] - lower[i] > SMALL) {
        return false;
      }
    }
    return true;
  }

  private void boundWhole(LinearProgram solver, int i, boolean up) {
    try (LinearProgram program = filled(solver, true)) {
      program.cost(i, 1);
      Outcome outcome = up ? program.maximize(MIP_PATIENCE) : program.minimize(MIP_PATIENCE);
      if (outcome == Outcome.INFEASIBLE) {
        throw new InconsistentTable("no whole-number table has these published figures");
      }
      if (outcome == Outcome.OPTIMAL || outcome == Outcome.FEASIBLE) {
        keep(program);
        double bound = outcome == Outcome.OPTIMAL ? program.objective() : program.bound();
        narrow(i, up, bound);
      }
    }
  }

  private synchronized void narrow(int i, boolean up, double bound) {
    if (up) {
      upper[i] = Math.min(upper[i], origin[i] + (long) Math.floor((bound + TOLERANCE) * scale));
    } else {
      lower[i] = Math.max(lower[i], origin[i] + (long) Math.ceil((bound - TOLERANCE) * scale));
    }
  }

  /** Takes note of a solution in real numbers, where only that can be had. */
  private synchronized void keepReal(LinearProgram program) {
    for (int i = 0; i < columns.length; i++) {
      long value = origin[i] + Math.round(program.value(i) * scale);
      value = Math.max(lower[i], Math.min(upper[i], value));
      least[i] = solved ? Math.min(least[i], value) : value;
      most[i] = solved ? Math.max(most[i], value) : value;
    }
    solved = true;
  }

  /** Which cells can be raised without end: those of the recession cone's largest support. */
  private boolean[] endless() {
    boolean[] endless = new boolean[columns.length];
    boolean any = false;
    for (long bound : upper) {
      any |= bound == TableSpace.UNBOUNDED;
    }
    if (!any) {
      return endless;
    }
    try (LinearProgram program = LinearProgram.continuous()) {
      for (int i = 0; i < columns.length; i++) {
        boolean free = upper[i] == TableSpace.UNBOUNDED;
        // Two parts of one direction: the first counts up to 1, the second takes the rest.
        program.cost(program.variable(0, free ? 1 : 0, false), 1);
        program.variable(0, free ? LinearProgram.INFINITY : 0, false);
      }
      for (Tie tie : ties) {
        int row = program.row(0, 0);
        for (int j = 0; j < tie.places.length; j++) {
          int at = tie.places[j];
          if (upper[at] == TableSpace.UNBOUNDED) {
            program.coefficient(row, 2 * at, tie.coefficients[j]);
            program.coefficient(row, 2 * at + 1, tie.coefficients[j]);
          }
        }
      }
      if (program.maximize(LP_PATIENCE) == Outcome.OPTIMAL) {
        for (int i = 0; i < columns.length; i++) {
          endless[i] = program.value(2 * i) > 0.5;
        }
      }
    }
    return endless;
  }

  /** The attacker's program over real numbers. */
  private LinearProgram program() {
    return filled(LinearProgram.manyObjectives(), false);
  }

  private synchronized LinearProgram filled(LinearProgram program, boolean whole) {
    for (int i = 0; i < columns.length; i++) {
      program.variable(
          (lower[i] - origin[i]) / scale,
          upper[i] == TableSpace.UNBOUNDED
              ? LinearProgram.INFINITY
              : (upper[i] - origin[i]) / scale,
          whole);
    }
    for (Tie tie : ties) {
      double constant = tie.constant - sum(tie, origin);
      int row = program.row(constant / scale, constant / scale);
      for (int j = 0; j < tie.places.length; j++) {
        program.coefficient(row, tie.places[j], tie.coefficients[j]);
      }
    }
    return program;
  }

  private static long sum(Tie tie, long[] table) {
    long sum = 0;
    for (int j = 0; j < tie.places.length; j++) {
      sum = Math.addExact(sum, Math.multiplyExact(tie.coefficients[j], table[tie.places[j]]));
    }
    return sum;
  }

  /** Takes note of the program's solution if it is a whole-number table. */
  private void keep(LinearProgram program) {
    long[] table = new long[columns.length];
    Arrays.setAll(table, i -> origin[i] + Math.round(program.value(i)));
    keep(table);
  }

  /** Takes note of a table if it is possible, which is checked exactly. */
  private void keep(long[] table) {
    if (possible.contains(table)
        && ties.stream().allMatch(tie -> sum(tie, table) == tie.constant)) {
      remember(table);
    }
  }

  private synchronized void remember(long[] table) {
    if (!solved) {
      Arrays.setAll(least, i -> table[i]);
      Arrays.setAll(most, i -> table[i]);
      solved = true;
    }
    for (int i = 0; i < columns.length; i++) {
      least[i] = Math.min(least[i], table[i]);
      most[i] = Math.max(most[i], table[i]);
    }
  }
}
