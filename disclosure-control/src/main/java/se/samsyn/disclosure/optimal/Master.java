package se.samsyn.disclosure.optimal;

import java.util.BitSet;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;

/** The cheapest choices that fulfil all conditions found so far. */
final class Master implements AutoCloseable {
  private final Choices choices;
  private final LinearProgram program;
  private final int total;

  /**
   * @param whole whether a choice must be made, or may be made in part
   */
  Master(Choices choices, boolean whole) {
    this.choices = choices;
    this.program = whole ? LinearProgram.integer() : LinearProgram.continuous();
    for (int choice = 0; choice < choices.count(); choice++) {
      program.variable(choices.isForced(choice) ? 1 : 0, 1, whole);
      program.cost(choice, choices.cost(choice));
    }
    total = program.variable(0, LinearProgram.INFINITY, false);
    int row = program.row(0, 0);
    program.coefficient(row, total, -1);
    for (int choice = 0; choice < choices.count(); choice++) {
      program.coefficient(row, choice, choices.cost(choice));
    }
  }

  void add(Cut cut) {
    int row = program.row(cut.least() - 1e-9, LinearProgram.INFINITY);
    for (int choice = 0; choice < choices.count(); choice++) {
      if (cut.coefficients()[choice] != 0) {
        program.coefficient(row, choice, cut.coefficients()[choice]);
      }
    }
  }

  /** Solves for choices that cost at most this. */
  Outcome solve(double most, long milliseconds) {
    program.bounds(total, 0, most);
    return program.minimize(Math.max(1, milliseconds));
  }

  double objective() {
    return program.objective();
  }

  double bound() {
    return program.bound();
  }

  double[] choice() {
    double[] x = new double[choices.count()];
    for (int choice = 0; choice < x.length; choice++) {
      x[choice] = Math.max(0, Math.min(1, program.value(choice)));
    }
    return x;
  }

  BitSet chosen() {
    BitSet chosen = new BitSet();
    for (int choice = 0; choice < choices.count(); choice++) {
      chosen.set(choice, program.value(choice) > 0.5);
    }
    return chosen;
  }

  @Override
  public void close() {
    program.close();
  }
}
