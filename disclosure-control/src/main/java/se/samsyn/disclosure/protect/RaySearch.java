package se.samsyn.disclosure.protect;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.protect.Protector.HiddenCells;
import se.samsyn.disclosure.protect.RayPool.Reach;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** Finds rays for demands, and hides the cells that they run through. */
final class RaySearch implements AutoCloseable {
  /** What changing a hidden cell costs, so that rays stay short. */
  private static final double HIDDEN_COST = 1e-3;

  private final Table table;
  private final HiddenCells hidden;
  private final RayPool pool;
  private DeviationProgram whole;

  RaySearch(Table table, HiddenCells hidden, RayPool pool) {
    this.table = table;
    this.hidden = hidden;
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
          next(demand, free)
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

  /** Whether the demand can be met within the cells hidden now; adds the rays found. */
  boolean meetWithin(Demand demand, IntPredicate allowed) {
    IntPredicate free = free(demand).and(allowed).and(hidden::isHidden);
    while (!pool.meets(demand)) {
      Optional<Ray> ray = next(demand, free);
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
  private Optional<Ray> next(Demand demand, IntPredicate allowed) {
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    Reach reach = pool.reach(demand.cell(), demand.attacker());
    long up = requirement.upperAtLeast() - value;
    long down = value - requirement.lowerAtMost();
    if (reach.up() < up) {
      return solve(new Goal(demand.cell(), true, up), allowed);
    }
    if (reach.down() < down) {
      return solve(new Goal(demand.cell(), false, down), allowed);
    }
    long missing = requirement.width() - reach.up() - reach.down();
    long half = (requirement.width() + 1) / 2;
    if (reach.up() < half) {
      Optional<Ray> ray = solve(new Goal(demand.cell(), true, half), allowed);
      if (ray.isPresent()) {
        return ray;
      }
    }
    Optional<Ray> lower = solve(new Goal(demand.cell(), false, reach.down() + missing), allowed);
    Optional<Ray> upper = solve(new Goal(demand.cell(), true, reach.up() + missing), allowed);
    if (lower.isPresent() && upper.isPresent()) {
      return price(lower.get()) < price(upper.get()) ? lower : upper;
    }
    return lower.isPresent() ? lower : upper;
  }

  private double price(Ray ray) {
    return IntStream.of(ray.step().cells())
        .filter(c -> !hidden.isHidden(c))
        .mapToDouble(table::cost)
        .sum();
  }

  private Optional<Ray> solve(Goal goal, IntPredicate allowed) {
    DeviationProgram program = program();
    Optional<Ray> ray = program.solve(goal, allowed, this::cost);
    if (ray.isPresent() && reaches(ray.get(), goal)) {
      return ray;
    }
    return solveWhole(goal, allowed);
  }

  private static boolean reaches(Ray ray, Goal goal) {
    return (goal.up() ? ray.up(goal.cell()) : ray.down(goal.cell())) >= goal.amount();
  }

  private Optional<Ray> solveWhole(Goal goal, IntPredicate allowed) {
    try (DeviationProgram program =
        new DeviationProgram(table, IntStream.range(0, table.size()).toArray(), true)) {
      return program.solve(goal, allowed, this::cost).filter(ray -> reaches(ray, goal));
    }
  }

  private double cost(int cell) {
    return hidden.isHidden(cell) ? HIDDEN_COST : table.cost(cell);
  }

  private DeviationProgram program() {
    if (whole == null) {
      whole = new DeviationProgram(table, IntStream.range(0, table.size()).toArray(), false);
    }
    return whole;
  }

  @Override
  public void close() {
    if (whole != null) {
      whole.close();
    }
  }
}
