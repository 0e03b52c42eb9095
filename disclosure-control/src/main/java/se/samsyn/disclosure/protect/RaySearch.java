package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.protect.RayPool.Reach;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.solve.SideBySide;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** Finds rays for demands, and hides the cells that they run through. */
final class RaySearch implements AutoCloseable {
  /** How many cells are searched first. */
  private static final int SMALL = 2000;

  /** How hard whole rays are sought where others may do, and where they are needed. */
  private static final double LITTLE = 0.1;

  private static final double MUCH = 5;

  /** How many demands are looked at side by side. */
  private static final int AT_ONCE = 4;

  /** Among hidden cells a search begins with so many. */
  private static final int NEAR = 150;

  private static final int MOST_NEAR = 15_000;

  private final Table table;
  private final HiddenCells hidden;
  private final Prices prices;
  private final RayPool pool;
  private final int threads;
  private DeviationProgram all;

  RaySearch(Table table, HiddenCells hidden, Prices prices, RayPool pool, int threads) {
    this.threads = threads;
    this.table = table;
    this.hidden = hidden;
    this.prices = prices;
    this.pool = pool;
  }

  /**
   * Hides what is needed to meet the demands; nothing for those that are met already.
   *
   * @throws ProtectionImpossible if one cannot be met
   */
  void meet(List<Demand> demands) {
    Function<Demand, Optional<Ray>> step =
        demand -> {
          IntPredicate free = free(demand);
          return next(demand, goal -> solve(goal, free));
        };
    for (Demand impossible : unmet(demands, step)) {
      throw new ProtectionImpossible(
          "cell " + impossible.cell() + " cannot be protected by hiding other cells");
    }
  }

  /** Whether the demands can be met within the cells hidden now; adds the rays found. */
  boolean meetWithin(List<Demand> demands, IntPredicate allowed) {
    return unmet(
            demands,
            demand -> {
              IntPredicate free = free(demand).and(allowed).and(hidden::isHidden);
              return next(demand, goal -> among(hidden::isHidden, goal, free));
            })
        .isEmpty();
  }

  /**
   * Goes step by step for a few demands side by side. How many is fixed, so that the result does
   * not depend on the number of processors.
   *
   * @return the first demand for which there is no step
   */
  private List<Demand> unmet(List<Demand> demands, Function<Demand, Optional<Ray>> step) {
    for (int from = 0; from < demands.size(); from += AT_ONCE) {
      List<Demand> some = demands.subList(from, Math.min(demands.size(), from + AT_ONCE));
      List<Demand> open = some.stream().filter(d -> !pool.meets(d)).toList();
      while (!open.isEmpty()) {
        List<Callable<Optional<Ray>>> steps = new ArrayList<>();
        open.forEach(demand -> steps.add(() -> step.apply(demand)));
        List<Optional<Ray>> rays = SideBySide.run(steps, threads);
        for (int i = 0; i < rays.size(); i++) {
          if (!pool.meets(open.get(i))) {
            if (rays.get(i).isEmpty()) {
              return List.of(open.get(i));
            }
            take(rays.get(i).get());
          }
        }
        open = open.stream().filter(d -> !pool.meets(d)).toList();
      }
    }
    return List.of();
  }

  private void take(Ray ray) {
    for (int cell : ray.step().cells()) {
      hidden.hide(cell);
    }
    pool.add(ray);
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
    if (lower.isPresent() && price(lower.get()) == 0) {
      return lower;
    }
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
    Optional<Ray> cheap = among(this::isLikely, goal, allowed);
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
      synchronized (this) {
        if (all == null) {
          all = new DeviationProgram(table, IntStream.range(0, table.size()).toArray());
        }
        return whole(all, goal, allowed, this::isLikely);
      }
    }
    int[] near = Neighbourhood.around(table, goal.cell(), size, allowed, prices::of);
    try (DeviationProgram program = new DeviationProgram(table, near)) {
      return whole(program, goal, allowed, this::isLikely);
    }
  }

  /**
   * A verified ray: a corner in real numbers that happens to be whole, as most are, or else a whole
   * one from a program that takes longer.
   *
   * @param narrow where the latter looks first
   */
  private Optional<Ray> whole(
      DeviationProgram program, Goal goal, IntPredicate allowed, IntPredicate narrow) {
    DeviationProgram.Answer answer = program.solve(goal, allowed, prices::of);
    if (answer instanceof DeviationProgram.Fractional) {
      // Slightly other prices lead to another corner.
      answer = program.solve(goal, allowed, cell -> prices.of(cell) * (1 + jitter(cell)));
    }
    if (answer instanceof DeviationProgram.Fractional fractional) {
      IntPredicate some = cell -> fractional.support().get(cell) || narrow.test(cell);
      Optional<Ray> ray = solveWhole(program.cells(), goal, allowed.and(some), LITTLE);
      return ray.isPresent() || narrow.equals(allowed)
          ? ray
          : solveWhole(program.cells(), goal, allowed, MUCH);
    }
    return ray(answer);
  }

  private boolean isLikely(int cell) {
    return hidden.isHidden(cell) || prices.isWanted(cell);
  }

  /**
   * Looks among some cells, near the goal first: a program's time grows with its square, and most
   * rays are short.
   */
  private Optional<Ray> among(IntPredicate some, Goal goal, IntPredicate allowed) {
    Optional<Ray> ray = Optional.empty();
    int size = NEAR;
    int reached = 0;
    while (ray.isEmpty()) {
      int[] near =
          Neighbourhood.around(
              table, goal.cell(), size, cell -> some.test(cell) && allowed.test(cell), prices::of);
      if (near.length > reached) {
        try (DeviationProgram program = new DeviationProgram(table, near)) {
          ray = whole(program, goal, allowed, allowed);
        }
      }
      reached = near.length;
      if (size > MOST_NEAR) {
        break;
      }
      size *= 5;
    }
    return ray;
  }

  private static double jitter(int cell) {
    int mixed = (cell + 1) * 0x9E3779B9;
    return ((mixed >>> 16) & 0xFF) / 400.0;
  }

  private static Optional<Ray> ray(DeviationProgram.Answer answer) {
    return answer instanceof DeviationProgram.Found found
        ? Optional.of(found.ray())
        : Optional.empty();
  }

  private Optional<Ray> solveWhole(int[] cells, Goal goal, IntPredicate allowed, double effort) {
    int[] free =
        IntStream.of(cells).filter(cell -> cell == goal.cell() || allowed.test(cell)).toArray();
    try (DeviationProgram program = DeviationProgram.whole(table, free, goal, effort)) {
      return ray(program.solve(goal, allowed, prices::of));
    }
  }

  @Override
  public void close() {
    if (all != null) {
      all.close();
    }
  }
}
