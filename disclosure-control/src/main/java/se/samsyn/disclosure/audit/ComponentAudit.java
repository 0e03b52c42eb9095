package se.samsyn.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import se.samsyn.disclosure.audit.Unknowns.Equation;
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

  /** The widest interval for which it is asked. */
  private static final long SMALL = 10_000;

  /** How many corners at a bound are looked at. */
  private static final int CORNERS = 8;

  /** What the widest interval of a magnitude table becomes. */
  private static final double SCALED = 1e6;

  private final Unknowns unknowns;
  private final int[] cells;
  private final int count;
  private final int threads;
  private final List<Equation> equations = new ArrayList<>();
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final long[] lower;
  private final long[] upper;
  private final long[] least;
  private final long[] most;
  private boolean solved;
  private final long[] origin;
  private final boolean large;
  private final double scale;

  /**
   * @param start a table that agrees with all that is published, by cell, if one is known:
   *     distances from it are small numbers, with which the programs are more exact
   */
  ComponentAudit(Unknowns unknowns, int[] cells, int count, Optional<long[]> start, int threads) {
    this.threads = threads;
    this.unknowns = unknowns;
    this.cells = cells;
    this.count = count;
    lower = new long[cells.length];
    upper = new long[cells.length];
    least = new long[cells.length];
    most = new long[cells.length];
    origin = new long[cells.length];
    Set<Equation> seen = new HashSet<>();
    for (int i = 0; i < cells.length; i++) {
      positions.put(cells[i], i);
      lower[i] = unknowns.lower(cells[i]);
      upper[i] = unknowns.upper(cells[i]);
      for (Equation equation : unknowns.equationsOf(cells[i])) {
        if (seen.add(equation)) {
          equations.add(equation);
        }
      }
    }
    double widest = 0;
    for (int i = 0; i < cells.length; i++) {
      widest = Math.max(widest, upper[i] == TableSpace.UNBOUNDED ? 0 : upper[i] - lower[i]);
      origin[i] = start.isPresent() ? start.get()[cells[i]] : 0;
    }
    large = widest > LARGE;
    // A power of two, so that scaled figures still add up to the last bit.
    scale = large && start.isPresent() ? Math.scalb(1, Math.getExponent(widest / SCALED)) : 1;
    if (start.isPresent()) {
      keep(origin);
    }
  }

  FeasibilityInterval[] intervals() {
    if (equations.isEmpty()) {
      Bounds all = new Bounds(lower[0], upper[0]);
      return new FeasibilityInterval[] {new FeasibilityInterval(all, all)};
    }
    boolean[] endless = endless();
    int asked = 0;
    while (asked < cells.length && cells[asked] < count) {
      asked++;
    }
    // The first alone, so that the others know a table to begin with.
    bounds(endless, 0, Math.min(1, asked));
    if (asked < FEW) {
      bounds(endless, 1, asked);
    } else {
      boundsSideBySide(endless, asked);
    }
    if (!solved) {
      throw new InconsistentTable("no whole-number table was found for the published figures");
    }
    FeasibilityInterval[] intervals = new FeasibilityInterval[cells.length];
    for (int i = 0; i < cells.length; i++) {
      long attained = endless[i] ? TableSpace.UNBOUNDED : most[i];
      intervals[i] =
          new FeasibilityInterval(
              new Bounds(lower[i], endless[i] ? TableSpace.UNBOUNDED : upper[i]),
              new Bounds(least[i], attained));
    }
    return intervals;
  }

  /** Divides the cells among all processors; each has programs of its own. */
  private void boundsSideBySide(boolean[] endless, int asked) {
    AtomicInteger next = new AtomicInteger(1);
    Callable<Void> share =
        () -> {
          try (LinearProgram program = program()) {
            for (int i = next.getAndIncrement(); i < asked; i = next.getAndIncrement()) {
              bounds(program, endless, i);
            }
          }
          return null;
        };
    SideBySide.run(Collections.nCopies(threads, share), threads);
  }

  private void bounds(boolean[] endless, int from, int to) {
    try (LinearProgram program = program()) {
      for (int i = from; i < to; i++) {
        bounds(program, endless, i);
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
    if (large || isAttained(i, up)) {
      return;
    }
    if (outcome == Outcome.OPTIMAL) {
      searchFace(program, i, up);
    }
    if (!isAttained(i, up)) {
      boundWhole(i, up);
    }
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
      for (int j = 0; j < cells.length; j++) {
        program.cost(j, random.nextInt(-8, 9));
      }
      outcome = program.maximize(LP_PATIENCE);
      if (outcome == Outcome.OPTIMAL) {
        keep(program);
      }
    }
    for (int j = 0; j < cells.length; j++) {
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
    for (int i = 0; i < cells.length; i++) {
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
    for (int i = 0; i < cells.length; i++) {
      long value = origin[i] + Math.round(program.value(i) * scale);
      value = Math.max(lower[i], Math.min(upper[i], value));
      least[i] = solved ? Math.min(least[i], value) : value;
      most[i] = solved ? Math.max(most[i], value) : value;
    }
    solved = true;
  }

  /** Which cells can be raised without end: those of the recession cone's largest support. */
  private boolean[] endless() {
    boolean[] endless = new boolean[cells.length];
    boolean any = false;
    for (long bound : upper) {
      any |= bound == TableSpace.UNBOUNDED;
    }
    if (!any) {
      return endless;
    }
    try (LinearProgram program = LinearProgram.continuous()) {
      for (int i = 0; i < cells.length; i++) {
        boolean free = upper[i] == TableSpace.UNBOUNDED;
        // Two parts of one direction: the first counts up to 1, the second takes the rest.
        program.cost(program.variable(0, free ? 1 : 0, false), 1);
        program.variable(0, free ? LinearProgram.INFINITY : 0, false);
      }
      for (Equation equation : equations) {
        int row = program.row(0, 0);
        for (int j = 0; j < equation.cells().length; j++) {
          Integer at = positions.get(equation.cells()[j]);
          if (at != null && upper[at] == TableSpace.UNBOUNDED) {
            program.coefficient(row, 2 * at, equation.coefficients()[j]);
            program.coefficient(row, 2 * at + 1, equation.coefficients()[j]);
          }
        }
      }
      if (program.maximize(LP_PATIENCE) == Outcome.OPTIMAL) {
        for (int i = 0; i < cells.length; i++) {
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
    for (int i = 0; i < cells.length; i++) {
      program.variable(
          (lower[i] - origin[i]) / scale,
          upper[i] == TableSpace.UNBOUNDED
              ? LinearProgram.INFINITY
              : (upper[i] - origin[i]) / scale,
          whole);
    }
    for (Equation equation : equations) {
      double constant = distance(equation);
      int row = program.row(constant / scale, constant / scale);
      for (int j = 0; j < equation.cells().length; j++) {
        Integer at = positions.get(equation.cells()[j]);
        if (at != null) {
          program.coefficient(row, at, equation.coefficients()[j]);
        }
      }
    }
    return program;
  }

  /** The right-hand side for distances from the origin. */
  private double distance(Equation equation) {
    long constant = constant(equation);
    for (int j = 0; j < equation.cells().length; j++) {
      Integer at = positions.get(equation.cells()[j]);
      constant -= at == null ? 0 : equation.coefficients()[j] * origin[at];
    }
    return constant;
  }

  /** The right-hand side once the fixed cells are filled in. */
  private long constant(Equation equation) {
    long constant = equation.constant();
    for (int j = 0; j < equation.cells().length; j++) {
      if (!positions.containsKey(equation.cells()[j])) {
        constant -= equation.coefficients()[j] * unknowns.lower(equation.cells()[j]);
      }
    }
    return constant;
  }

  /** Takes note of the program's solution if it is a whole-number table. */
  private void keep(LinearProgram program) {
    long[] table = new long[cells.length];
    Arrays.setAll(table, i -> origin[i] + Math.round(program.value(i)));
    keep(table);
  }

  /** Takes note of a table if it is possible, which is checked exactly. */
  private void keep(long[] table) {
    for (int i = 0; i < cells.length; i++) {
      if (table[i] < unknowns.lower(cells[i]) || table[i] > unknowns.upper(cells[i])) {
        return;
      }
    }
    for (Equation equation : equations) {
      long sum = -constant(equation);
      for (int j = 0; j < equation.cells().length; j++) {
        Integer at = positions.get(equation.cells()[j]);
        if (at != null) {
          sum = Math.addExact(sum, Math.multiplyExact(equation.coefficients()[j], table[at]));
        }
      }
      if (sum != 0) {
        return;
      }
    }
    remember(table);
  }

  private synchronized void remember(long[] table) {
    if (!solved) {
      Arrays.setAll(least, i -> table[i]);
      Arrays.setAll(most, i -> table[i]);
      solved = true;
    }
    for (int i = 0; i < cells.length; i++) {
      least[i] = Math.min(least[i], table[i]);
      most[i] = Math.max(most[i], table[i]);
    }
  }
}
