package se.samsyn.disclosure.release;

import java.util.HashMap;
import java.util.Map;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Bounds of a number that follow from the relations in its neighbourhood alone. Others would only
 * narrow them further: what is told here is told for certain, and what is not may still be.
 */
final class NearProof {
  /** After so much work a program is given up; about seconds, but counted in steps. */
  private static final double EFFORT = 2;

  private static final double TOLERANCE = 1e-5;

  private NearProof() {}

  static Range bounds(Knowledge knowledge, Neighbourhood near, int number) {
    long lower = knowledge.lower(number);
    long upper = knowledge.upper(number);
    if (lower == upper) {
      return Range.of(lower, upper);
    }
    try (LinearProgram program = LinearProgram.limited(EFFORT)) {
      Map<Integer, Integer> variables = new HashMap<>();
      for (int row : near.rows()) {
        if (knowledge.holds(row)) {
          add(program, knowledge, knowledge.rows().get(row), variables);
        }
      }
      if (variables.containsKey(number)) {
        program.cost(variables.get(number), 1);
        if (program.maximize(Long.MAX_VALUE) == Outcome.OPTIMAL) {
          upper = Math.min(upper, (long) Math.floor(program.objective() + TOLERANCE));
        }
        if (program.minimize(Long.MAX_VALUE) == Outcome.OPTIMAL) {
          lower = Math.max(lower, (long) Math.ceil(program.objective() - TOLERANCE));
        }
      }
    }
    return Range.of(Math.min(lower, upper), upper);
  }

  private static void add(
      LinearProgram program,
      Knowledge knowledge,
      Relation relation,
      Map<Integer, Integer> variables) {
    double constant = relation.constant();
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      if (knowledge.isFixed(cell)) {
        constant -= relation.coefficients()[i] * (double) knowledge.lower(cell);
      }
    }
    int row = program.row(constant, constant);
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      if (!knowledge.isFixed(cell)) {
        int variable =
            variables.computeIfAbsent(
                cell, c -> program.variable(knowledge.lower(c), limit(knowledge.upper(c)), false));
        program.coefficient(row, variable, relation.coefficients()[i]);
      }
    }
  }

  private static double limit(long upper) {
    return upper == TableSpace.UNBOUNDED ? LinearProgram.INFINITY : upper;
  }
}
