package se.samsyn.disclosure.protect;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.protect.RayPool.Reach;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** Finds rays for demands, and hides the cells that they run through. */
final class RaySearch implements AutoCloseable {
  /** How many cells are searched first. */
  private static final int SMALL = 2000;

  private static final int TURNS = 3;

  private final Table table;
  private final HiddenCells hidden;
  private final Prices prices;
  private final RayPool pool;
  private DeviationProgram all;
  private DeviationProgram inside;

  /** The cells that are hidden or wanted so far, where most demands can be met. */
  private DeviationProgram likely;

  RaySearch(Table table, HiddenCells hidden, Prices prices, RayPool pool) {
    this.table = table;
    this.hidden = hidden;
    this.prices = prices;
    this.pool = pool;
  }

  /**
   * Hides what is needed to meet the demand; nothing if it is met already.
   *
   * @throws ProtectionImpossible if it cannot be met
   */
  void meet(Demand demand) {
    IntPredicate free = free(demand);
    while (!pool.meets(demand)) {
      Ray ray =
          next(demand, goal -> solve(goal, free))
              .orElseThrow(
                  () ->
                      new ProtectionImpossible(
                          "cell " + demand.cell() + " cannot be protected by hiding other cells"));
      for (int cell : ray.step().cells()) {
        hidden.hide(cell);
      }
      pool.add(ray);
    }
  }

  /** From now on {@link #meetWithin} looks among the cells hidden now. */
  void closeIn() {
    if (inside != null) {
      inside.close();
    }
    inside =
        new DeviationProgram(table, Neighbourhood.peeled(table.space(), hidden.cells(), -1), false);
  }

  /** Whether the demand can be met within the cells hidden now; adds the rays found. */
  boolean meetWithin(Demand demand, IntPredicate allowed) {
    IntPredicate free = free(demand).and(allowed).and(hidden::isHidden);
    while (!pool.meets(demand)) {
      Optional<Ray> ray = next(demand, goal -> ray(inside.solve(goal, free, prices::of)));
      if (ray.isEmpty()) {
        return false;
      }
      pool.add(ray.get());
    }
    return true;
  }

  private IntPredicate free(Demand demand) {
    return cell ->
        table.publication(cell) != Publication.ALWAYS && !demand.attacker().knows().contains(cell);
  }

  /** A ray that brings the demand nearer. */
  private Optional<Ray> next(Demand demand, Function<Goal, Optional<Ray>> solver) {
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    Reach reach = pool.reach(demand.cell(), demand.attacker());
    long up = requirement.upperAtLeast() - value;
    long down = value - requirement.lowerAtMost();
    if (reach.up() < up) {
      return solver.apply(new Goal(demand.cell(), true, up));
    }
    if (reach.down() < down) {
      return solver.apply(new Goal(demand.cell(), false, down));
    }
    long missing = requirement.width() - reach.up() - reach.down();
    long half = (requirement.width() + 1) / 2;
    if (reach.up() < half) {
      Optional<Ray> ray = solver.apply(new Goal(demand.cell(), true, half));
      if (ray.isPresent()) {
        return ray;
      }
    }
    Optional<Ray> lower = solver.apply(new Goal(demand.cell(), false, reach.down() + missing));
    Optional<Ray> upper = solver.apply(new Goal(demand.cell(), true, reach.up() + missing));
    if (lower.isPresent() && upper.isPresent()) {
      return price(lower.get()) < price(upper.get()) ? lower : upper;
    }
    return lower.isPresent() || upper.isPresent()
        ? lower.or(() -> upper)
        : inSteps(demand.cell(), reach, missing, solver);
  }

  /** A part of what is missing, where neither side has room for all of it. */
  private static Optional<Ray> inSteps(
      int cell, Reach reach, long missing, Function<Goal, Optional<Ray>> solver) {
    for (long step = missing / 2; step >= 1; step /= 2) {
      for (boolean up : new boolean[] {true, false}) {
        long amount = step + (up ? reach.up() : reach.down());
        Optional<Ray> ray = solver.apply(new Goal(cell, up, amount));
        if (ray.isPresent()) {
          return ray;
        }
      }
    }
    return Optional.empty();
  }

  private double price(Ray ray) {
    return IntStream.of(ray.step().cells())
        .filter(c -> !hidden.isHidden(c))
        .mapToDouble(table::cost)
        .sum();
  }

  private Optional<Ray> solve(Goal goal, IntPredicate allowed) {
    if (likely == null) {
      likely =
          new DeviationProgram(table, Neighbourhood.peeled(table.space(), likely(), -1), false);
    }
    Optional<Ray> cheap = ray(likely.solve(goal, allowed, prices::of));
    if (cheap.isPresent()) {
      return cheap;
    }
    int size = SMALL;
    while (true) {
      Optional<Ray> ray = solve(goal, allowed, size);
      if (ray.isPresent() || size >= table.size()) {
        return ray;
      }
      size = size > table.size() / 4 ? table.size() : size * 4;
    }
  }

  private Optional<Ray> solve(Goal goal, IntPredicate allowed, int size) {
    if (size >= table.size()) {
      if (all == null) {
        all = new DeviationProgram(table, IntStream.range(0, table.size()).toArray(), false);
      }
      return solve(all, goal, allowed);
    }
    int[] near = Neighbourhood.around(table, goal.cell(), size, allowed, prices::of);
    try (DeviationProgram program = new DeviationProgram(table, near, false)) {
      return solve(program, goal, allowed);
    }
  }

  private Optional<Ray> solve(DeviationProgram program, Goal goal, IntPredicate allowed) {
    DeviationProgram.Answer answer = program.solve(goal, allowed, prices::of);
    // Slightly other prices lead to another corner, and most corners are whole.
    for (int turn = 1; turn <= TURNS && answer instanceof DeviationProgram.Fractional; turn++) {
      int by = turn;
      answer = program.solve(goal, allowed, cell -> prices.of(cell) * (1 + jitter(cell, by)));
    }
    if (answer instanceof DeviationProgram.Fractional fractional) {
      IntPredicate narrow = cell -> fractional.support().get(cell) || hidden.isHidden(cell);
      Optional<Ray> ray = solveWhole(program.cells(), goal, allowed.and(narrow));
      return ray.isPresent() ? ray : solveWhole(program.cells(), goal, allowed);
    }
    return ray(answer);
  }

  private BitSet likely() {
    BitSet likely = hidden.cells();
    for (int cell = 0; cell < table.size(); cell++) {
      likely.set(cell, likely.get(cell) || prices.isWanted(cell));
    }
    return likely;
  }

  private static double jitter(int cell, int turn) {
    int mixed = (cell + 1) * 0x9E3779B9 + turn * 0x85EBCA6B;
    return ((mixed >>> 16) & 0xFF) / 400.0;
  }

  private static Optional<Ray> ray(DeviationProgram.Answer answer) {
    return answer instanceof DeviationProgram.Found found
        ? Optional.of(found.ray())
        : Optional.empty();
  }

  private Optional<Ray> solveWhole(int[] cells, Goal goal, IntPredicate allowed) {
    int[] free =
        IntStream.of(cells).filter(cell -> cell == goal.cell() || allowed.test(cell)).toArray();
    try (DeviationProgram program = new DeviationProgram(table, free, true)) {
      return ray(program.solve(goal, allowed, prices::of));
    }
  }

  @Override
  public void close() {
    if (all != null) {
      all.close();
    }
    if (inside != null) {
      inside.close();
    }
    if (likely != null) {
      likely.close();
    }
  }
}
