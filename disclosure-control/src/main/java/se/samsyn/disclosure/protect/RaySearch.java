package se.samsyn.disclosure.protect;

import java.util.ArrayList;
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

  /** How hard whole rays are sought where others may do, where they help, where all hangs on it. */
  private static final double LITTLE = 0.1;

  private static final double MORE = 0.5;

  private static final double MUCH = 5;

  /** How many demands are looked at side by side. */
  private static final int AT_ONCE = 4;

  /** From so many corners whole rays are sought where they are needed. */
  private static final int CORNERS = 5;

  /** Among hidden cells a search begins with so many. */
  private static final int NEAR = 150;

  private static final int MOST_NEAR = 15_000;

  private final Table table;
  private final HiddenCells hidden;
  private final Prices prices;
  private final RayPool pool;
  private final int threads;
  private final AtomicInteger estimates = new AtomicInteger();

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
      estimates.incrementAndGet();
      return among(
          hidden::isHidden, goal, free.and(allowed), (p, inside) -> inFractions(p, goal, inside));
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
    Optional<Ray> cheap =
        among(this::isLikely, goal, allowed, (p, inside) -> whole(p, goal, inside, inside, 0));
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
    int[] near = Neighbourhood.around(table, goal.cell(), size, allowed, prices::of);
    try (DeviationProgram program = new DeviationProgram(table, near)) {
      // What is not found here may be found in a wider search, after which there is none.
      double effort = size >= table.size() ? MUCH : MORE;
      return whole(program, goal, allowed, this::isLikely, effort);
    }
  }

  /**
   * A verified ray: a corner in real numbers that happens to be whole, or one made whole from
   * there, or else one from an integer program, which takes longer.
   *
   * @param narrow where the latter looks first
   * @param effort how hard it looks elsewhere; 0: not at all, for there are other ways to go on
   */
  private Optional<Ray> whole(
      DeviationProgram program,
      Goal goal,
      IntPredicate allowed,
      IntPredicate narrow,
      double effort) {
    DeviationProgram.Answer answer = program.solve(goal, allowed, prices::of);
    int corners = effort == 0 ? 1 : CORNERS;
    for (int i = 1; i <= corners && answer instanceof DeviationProgram.Fractional; i++) {
      // Slightly other prices lead to another corner.
      int corner = i;
      answer = program.solve(goal, allowed, cell -> prices.of(cell) * (1 + jitter(cell, corner)));
      if (answer instanceof DeviationProgram.Fractional) {
        Optional<Ray> dived = program.dive(goal);
        if (dived.isPresent()) {
          return dived;
        }
      }
    }
    if (answer instanceof DeviationProgram.Fractional fractional) {
      IntPredicate some = cell -> fractional.sketch().changes(cell) || narrow.test(cell);
      Optional<Ray> ray = solveWhole(program.cells(), goal, allowed.and(some), LITTLE);
      return ray.isPresent() || effort == 0
          ? ray
          : solveWhole(program.cells(), goal, allowed, effort);
    }
    return ray(answer);
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
      IntPredicate some, Goal goal, IntPredicate allowed, Question<W> question) {
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
      if (size > MOST_NEAR) {
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
        : ray(answer).map(Way.class::cast);
  }

  private static double jitter(int cell, int corner) {
    int mixed = (cell + 1) * 0x9E3779B9 * (2 * corner - 1);
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
}
