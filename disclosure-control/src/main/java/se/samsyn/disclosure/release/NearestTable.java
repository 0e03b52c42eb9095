package se.samsyn.disclosure.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Which figures of the new release to hide for a group to be large enough for all that is known:
 * those that differ between what it shows and the nearest other table that agrees with the earlier
 * releases and has the group that large. Nearest is the sum of all differences of shown figures, as
 * in the linear heuristics for secondary suppression.
 *
 * <p>A proposal and no proof: it looks only near the group, and in real numbers. Who uses it checks
 * what comes of it.
 */
final class NearestTable {
  /** So many numbers around the group may differ; more where fewer do not do. */
  private static final int[] NUMBERS = {4_000, 16_000};

  /** After so much work a program is given up; about seconds, but counted in steps. */
  private static final double EFFORT = 2;

  private static final double TOLERANCE = 1e-5;

  private final Rows rows;
  private final Knowledge all;
  private final Knowledge earlier;
  private final Map<Integer, Range> shown = new HashMap<>();
  private final Map<Integer, Double> largest = new HashMap<>();

  /** A number that may differ; from what is shown it does so by the two differences. */
  private record Variable(int within, int above, int below) {}

  /**
   * @param all what is known with the new release as it is
   * @param earlier what is known without it
   */
  NearestTable(Union union, Rows rows, Knowledge all, Knowledge earlier) {
    this.rows = rows;
    this.all = all;
    this.earlier = earlier;
    for (Statement statement : union.statements()) {
      if (union.sources().get(statement.table()).isNew() && !statement.isHidden()) {
        shown.merge(
            statement.number(),
            Range.of(statement.lower(), statement.upper()),
            NearestTable::together);
      }
    }
  }

  /**
   * The numbers that differ, for which figures are shown.
   *
   * @param atLeast how large the group must be able to be
   * @param hidden numbers whose figures will be hidden in any case, and may differ at no cost
   * @return empty if there is no such table near the group, or none is found
   */
  Optional<Set<Integer>> differing(int group, long atLeast, Set<Integer> hidden) {
    for (int most : NUMBERS) {
      // Numbers that earlier releases leave open may differ.
      Neighbourhood near =
          Neighbourhood.of(
              rows, earlier::holds, n -> !earlier.isFixed(n), n -> !all.isFixed(n), group, most);
      Optional<Set<Integer>> differing = differing(near, group, atLeast, hidden);
      if (differing.isPresent() || near.numbers().cardinality() < most) {
        return differing;
      }
    }
    return Optional.empty();
  }

  private Optional<Set<Integer>> differing(
      Neighbourhood near, int group, long atLeast, Set<Integer> hidden) {
    try (LinearProgram program = LinearProgram.limited(EFFORT)) {
      Map<Integer, Variable> variables = new HashMap<>();
      near.numbers().stream()
          .forEach(number -> variables.put(number, variable(program, number, true, hidden)));
      for (int row : near.rows()) {
        add(program, rows.get(row), variables, hidden);
      }
      int large = program.row(atLeast, LinearProgram.INFINITY);
      put(program, large, variables.get(group), 1);
      if (program.minimize(Long.MAX_VALUE) != Outcome.OPTIMAL) {
        return Optional.empty();
      }
      Set<Integer> differing = new HashSet<>();
      variables.forEach(
          (number, v) -> {
            largest.merge(number, value(program, v), Math::max);
            if (v.above() >= 0 && program.value(v.above()) + program.value(v.below()) > TOLERANCE) {
              differing.add(number);
            }
          });
      return Optional.of(differing);
    }
  }

  /** Whether a number was that large in a table that was found for another one. */
  boolean isReached(int number, long atLeast) {
    return largest.getOrDefault(number, -1.0) > atLeast - TOLERANCE;
  }

  private static double value(LinearProgram program, Variable variable) {
    double within = program.value(variable.within());
    return variable.above() < 0
        ? within
        : within + program.value(variable.above()) - program.value(variable.below());
  }

  /** What is not near stays within what is known of it. */
  private Variable variable(
      LinearProgram program, int number, boolean isNear, Set<Integer> hidden) {
    if (!isNear) {
      return new Variable(
          program.variable(all.lower(number), limit(all.upper(number)), false), -1, -1);
    }
    long lower = earlier.lower(number);
    double upper = limit(earlier.upper(number));
    Range said = hidden.contains(number) ? null : shown.get(number);
    if (said == null) {
      return new Variable(program.variable(lower, upper, false), -1, -1);
    }
    Range left = together(said, Range.of(lower, earlier.upper(number)));
    int within = program.variable(left.outerLower(), limit(left.outerUpper()), false);
    int above = program.variable(0, upper - left.outerUpper(), false);
    int below = program.variable(0, (double) left.outerLower() - lower, false);
    program.cost(above, 1);
    program.cost(below, 1);
    return new Variable(within, above, below);
  }

  private void add(
      LinearProgram program,
      Relation relation,
      Map<Integer, Variable> variables,
      Set<Integer> hidden) {
    double constant = relation.constant();
    for (int i = 0; i < relation.cells().length; i++) {
      int number = relation.cells()[i];
      if (!variables.containsKey(number)) {
        if (all.isFixed(number)) {
          constant -= relation.coefficients()[i] * (double) all.lower(number);
        } else {
          variables.put(number, variable(program, number, false, hidden));
        }
      }
    }
    int row = program.row(constant, constant);
    for (int i = 0; i < relation.cells().length; i++) {
      Variable variable = variables.get(relation.cells()[i]);
      if (variable != null) {
        put(program, row, variable, relation.coefficients()[i]);
      }
    }
  }

  private static void put(LinearProgram program, int row, Variable variable, double coefficient) {
    program.coefficient(row, variable.within(), coefficient);
    if (variable.above() >= 0) {
      program.coefficient(row, variable.above(), coefficient);
      program.coefficient(row, variable.below(), -coefficient);
    }
  }

  private static Range together(Range a, Range b) {
    return Range.of(
        Math.max(a.outerLower(), b.outerLower()), Math.min(a.outerUpper(), b.outerUpper()));
  }

  private static double limit(long upper) {
    return upper == TableSpace.UNBOUNDED ? LinearProgram.INFINITY : upper;
  }
}
