package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
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
final class RaySearch {
  /** How many cells are searched first. */
  private static final int SMALL = 2000;

  /** How hard whole rays are sought where they help, where all hangs on it. */
  private static final double MORE = 0.5;

  private static final double MUCH = 5;

  /** How many demands are looked at side by side. */
  private static final int AT_ONCE = 4;

  /** Among hidden cells a search begins with so many. */
  private static final int NEAR = 150;

  private static final int MOST_NEAR = 18_750;

  /** With so many of a large table, where more take much longer and seldom find anything. */
  private static final int FEW_NEAR = 750;

  /** How many cells around a hypercube are searched. */
  private static final int BOX = 1500;

  private final Table table;
  private final HiddenCells hidden;
  private final Prices prices;
  private final RayPool pool;
  private final WholeRays whole;
  private final int threads;
  private final AtomicInteger estimates = new AtomicInteger();

  /** Of a large table of which the dimensions are known. */
  private final Optional<Hypercubes> hypercubes;

  RaySearch(Table table, HiddenCells hidden, Prices prices, RayPool pool, int threads) {
    this.threads = threads;
    this.table = table;
    this.hidden = hidden;
    this.prices = prices;
    this.pool = pool;
    this.whole = new WholeRays(table, prices);
    this.hypercubes =
        Protector.isLarge(table)
            ? Axes.of(table.space()).map(axes -> new Hypercubes(table, axes))
            : Optional.empty();
  }

  /**
   * Hides what is needed to meet the demands; nothing for those that are met already.
   *
   * @throws ProtectionImpossible if one cannot be met
   */
  void meet(List<Demand> demands) {
    for (Demand impossible : unmet(demands, new Proof())) {
      throw new ProtectionImpossible(
          "cell " + impossible.cell() + " cannot be protected by hiding other cells");
    }
  }

  /**
   * Whether the demands can, in fractions, be met within the cells hidden now; adds the ways found.
   */
  boolean canMeetWithin(List<Demand> demands, IntPredicate allowed) {
    return unmet(demands, new Estimate(allowed)).isEmpty();
  }

  /** How many ways have been sought in fractions. */
  int estimates() {
    return estimates.get();
  }

  /** What is held to meet a demand, and how more is found. */
  private sealed interface Strictness {
    Reach reach(Demand demand);

    boolean meets(Demand demand);

    Optional<? extends Way> way(Goal goal, IntPredicate free);
  }

  /** Whole rays only, wherever they run. */
  private final class Proof implements Strictness {
    @Override
    public Reach reach(Demand demand) {
      return pool.reach(demand.cell(), demand.attacker());
    }

    @Override
    public boolean meets(Demand demand) {
      return pool.meets(demand);
    }

    @Override
    public Optional<Ray> way(Goal goal, IntPredicate free) {
      return solve(goal, free);
    }
  }

  /** Any ways, within hidden cells. */
  private final class Estimate implements Strictness {
    private final IntPredicate allowed;

    Estimate(IntPredicate allowed) {
      this.allowed = allowed;
    }

    @Override
    public Reach reach(Demand demand) {
      return pool.likelyReach(demand.cell(), demand.attacker());
    }

    @Override
    public boolean meets(Demand demand) {
      return pool.likelyMeets(demand);
    }

    @Override
    public Optional<? extends Way> way(Goal goal, IntPredicate free) {
      IntPredicate inside = free.and(allowed).and(hidden::isHidden);
      Optional<Ray> hypercube = hypercubes.flatMap(h -> h.cheapest(goal, inside, prices::of));
      if (hypercube.isPresent()) {
        return hypercube;
      }
      estimates.incrementAndGet();
      return among(
          hidden::isHidden,
          goal,
          free.and(allowed),
          Protector.isLarge(table) ? FEW_NEAR : MOST_NEAR,
          (p, some) -> inFractions(p, goal, some));
    }
  }

  /**
   * Goes step by step for a few demands side by side. How many is fixed, so that the result does
   * not depend on the number of processors.
   *
   * @return the first demand for which there is no step
   */
  private List<Demand> unmet(List<Demand> demands, Strictness strictness) {
    for (int from = 0; from < demands.size(); from += AT_ONCE) {
      List<Demand> some = demands.subList(from, Math.min(demands.size(), from + AT_ONCE));
      List<Demand> open = some.stream().filter(d -> !strictness.meets(d)).toList();
      while (!open.isEmpty()) {
        List<Callable<Optional<? extends Way>>> steps = new ArrayList<>();
        open.forEach(demand -> steps.add(() -> next(demand, strictness)));
        List<Optional<? extends Way>> ways = SideBySide.run(steps, threads);
        for (int i = 0; i < ways.size(); i++) {
          if (!strictness.meets(open.get(i))) {
            if (ways.get(i).isEmpty()) {
              return List.of(open.get(i));
            }
            take(ways.get(i).get());
          }
        }
        open = open.stream().filter(d -> !strictness.meets(d)).toList();
      }
    }
    return List.of();
  }

  private void take(Way way) {
    for (int cell : way.cells()) {
      hidden.hide(cell);
    }
    pool.add(way);
  }

  private IntPredicate free(Demand demand) {
    return cell ->
        table.publication(cell) != Publication.ALWAYS && !demand.attacker().knows().contains(cell);
  }

  /** A way that brings the demand nearer. */
  private Optional<? extends Way> next(Demand demand, Strictness strictness) {
    IntPredicate free = free(demand);
    Function<Goal, Optional<? extends Way>> solver = goal -> strictness.way(goal, free);
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    Reach reach = strictness.reach(demand);
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
      Optional<? extends Way> way = solver.apply(new Goal(demand.cell(), true, half));
      if (way.isPresent()) {
        return way;
      }
    }
    Optional<? extends Way> lower =
        solver.apply(new Goal(demand.cell(), false, reach.down() + missing));
    if (lower.isPresent() && price(lower.get()) == 0) {
      return lower;
    }
    Optional<? extends Way> upper =
        solver.apply(new Goal(demand.cell(), true, reach.up() + missing));
    if (lower.isPresent() && upper.isPresent()) {
      return price(lower.get()) < price(upper.get()) ? lower : upper;
    }
    if (lower.isPresent() || upper.isPresent()) {
      return lower.isPresent() ? lower : upper;
    }
    return inSteps(demand.cell(), reach, missing, solver);
  }

  /** A part of what is missing, where neither side has room for all of it. */
  private static Optional<? extends Way> inSteps(
      int cell, Reach reach, long missing, Function<Goal, Optional<? extends Way>> solver) {
    for (long step = missing / 2; step >= 1; step /= 2) {
      for (boolean up : new boolean[] {true, false}) {
        long amount = step + (up ? reach.up() : reach.down());
        Optional<? extends Way> way = solver.apply(new Goal(cell, up, amount));
        if (way.isPresent()) {
          return way;
        }
      }
    }
    return Optional.empty();
  }

  private double price(Way way) {
    return IntStream.of(way.cells())
        .filter(c -> !hidden.isHidden(c))
        .mapToDouble(table::cost)
        .sum();
  }

  private Optional<Ray> solve(Goal goal, IntPredicate allowed) {
    Optional<Ray> around = hypercubes.flatMap(h -> around(h, goal, allowed));
    if (around.isPresent()) {
      return around;
    }
    Optional<Ray> cheap =
        among(
            this::isLikely,
            goal,
            allowed,
            MOST_NEAR,
            (p, inside) -> whole.ray(p, goal, inside, inside, 0));
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

  /**
   * A ray among the cells around a hypercube and those near that are likely: of many dimensions a
   * table's whole program takes ten times longer, and all within a few steps of a cell is nearly
   * the whole table.
   */
  private Optional<Ray> around(Hypercubes hypercubes, Goal goal, IntPredicate allowed) {
    Optional<Ray> hypercube = hypercubes.cheapest(goal, allowed, prices::of);
    if (hypercube.isPresent() && price(hypercube.get()) == 0) {
      return hypercube;
    }
    // Where none has room for all of it, several together may have.
    Goal least = new Goal(goal.cell(), goal.up(), 1);
    Optional<Ray> centre = hypercube.or(() -> hypercubes.cheapest(least, allowed, prices::of));
    if (centre.isEmpty()) {
      return centre;
    }
    BitSet some = new BitSet();
    IntPredicate likely = cell -> isLikely(cell) && allowed.test(cell);
    IntStream.of(Neighbourhood.around(table, goal.cell(), FEW_NEAR, likely, prices::of))
        .forEach(some::set);
    IntStream.of(hypercubes.box(centre.get(), BOX, prices::of))
        .filter(cell -> cell == goal.cell() || allowed.test(cell))
        .forEach(some::set);
    try (DeviationProgram program = new DeviationProgram(table, some.stream().toArray())) {
      return hypercube.isPresent()
          ? whole.atCorner(program, goal, allowed).or(() -> hypercube)
          : whole.ray(program, goal, allowed, allowed, 0);
    }
  }

  private Optional<Ray> solve(Goal goal, IntPredicate allowed, int size) {
    int[] near = Neighbourhood.around(table, goal.cell(), size, allowed, prices::of);
    try (DeviationProgram program = new DeviationProgram(table, near)) {
      // What is not found here may be found in a wider search, after which there is none.
      double effort = size >= table.size() ? MUCH : MORE;
      return whole.ray(program, goal, allowed, this::isLikely, effort);
    }
  }

  private boolean isLikely(int cell) {
    return hidden.isHidden(cell) || prices.isWanted(cell);
  }

  /** How one program is asked. */
  private interface Question<W extends Way> {
    Optional<W> ask(DeviationProgram program, IntPredicate allowed);
  }

  /**
   * Looks among some cells, near the goal first: a program's time grows with its square, and most
   * rays are short.
   */
  private <W extends Way> Optional<W> among(
      IntPredicate some, Goal goal, IntPredicate allowed, int most, Question<W> question) {
    Optional<W> way = Optional.empty();
    int size = NEAR;
    int reached = 0;
    while (way.isEmpty()) {
      int[] near =
          Neighbourhood.around(
              table, goal.cell(), size, cell -> some.test(cell) && allowed.test(cell), prices::of);
      if (near.length > reached) {
        try (DeviationProgram program = new DeviationProgram(table, near)) {
          way = question.ask(program, allowed);
        }
      }
      reached = near.length;
      if (size >= most) {
        break;
      }
      size *= 5;
    }
    return way;
  }

  private Optional<Way> inFractions(DeviationProgram program, Goal goal, IntPredicate allowed) {
    DeviationProgram.Answer answer = program.solve(goal, allowed, prices::of);
    return answer instanceof DeviationProgram.Fractional fractional
        ? Optional.of(fractional.sketch())
        : answer.found().map(Way.class::cast);
  }
}
