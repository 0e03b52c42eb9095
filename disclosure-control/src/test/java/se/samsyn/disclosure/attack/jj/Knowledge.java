package se.samsyn.disclosure.attack.jj;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What an attacker knows of the hidden cells that hang together with one of them: their bounds, and
 * every relation with what is not hidden taken out.
 */
final class Knowledge implements AutoCloseable {
  static {
    Loader.loadNativeLibraries();
  }

  private static final int MINUTES = 10;

  private final MPSolver solver;
  private final Map<Integer, MPVariable> variables = new HashMap<>();

  private Knowledge(MPSolver solver) {
    this.solver = solver;
    solver.setTimeLimit(MINUTES * 60_000L);
  }

  /**
   * @param component hidden cells that hang together, all of them
   * @param whole whether the attacker knows that the cells are whole numbers
   */
  static Knowledge of(JjTable table, BitSet hidden, BitSet component, boolean whole) {
    Knowledge knowledge = new Knowledge(MPSolver.createSolver(whole ? "SCIP" : "CLP"));
    BitSet rows = new BitSet();
    for (int cell = component.nextSetBit(0); cell >= 0; cell = component.nextSetBit(cell + 1)) {
      JjTable.Cell bounds = table.cells().get(cell);
      knowledge.variables.put(
          cell,
          knowledge.solver.makeVar(
              bounds.lower().doubleValue(), bounds.upper().doubleValue(), whole, "x" + cell));
      for (int row : table.rowsOf()[cell]) {
        rows.set(row);
      }
    }
    rows.stream().forEach(row -> knowledge.add(table, table.rows().get(row), hidden));
    return knowledge;
  }

  private void add(JjTable table, JjTable.Row row, BitSet hidden) {
    BigDecimal rest = row.sum();
    for (int i = 0; i < row.cells().length; i++) {
      if (!hidden.get(row.cells()[i])) {
        BigDecimal value = table.cells().get(row.cells()[i]).value();
        rest = rest.subtract(value.multiply(BigDecimal.valueOf(row.coefficients()[i])));
      }
    }
    MPConstraint constraint = solver.makeConstraint(rest.doubleValue(), rest.doubleValue());
    for (int i = 0; i < row.cells().length; i++) {
      if (hidden.get(row.cells()[i])) {
        constraint.setCoefficient(variables.get(row.cells()[i]), row.coefficients()[i]);
      }
    }
  }

  /** The attacker knows a cell besides. */
  void fix(JjTable table, int cell) {
    double value = table.cells().get(cell).value().doubleValue();
    variables.get(cell).setBounds(value, value);
  }

  /**
   * A bound, whether all cells are whole in the table that attains it, and whether it is proven;
   * not a number where no table was found in time.
   */
  record Bound(double value, boolean attainedWhole, boolean proven) {}

  Bound bound(int cell, boolean up) {
    solver.objective().clear();
    solver.objective().setCoefficient(variables.get(cell), 1);
    solver.objective().setOptimizationDirection(up);
    MPSolver.ResultStatus status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
      if (status == MPSolver.ResultStatus.NOT_SOLVED) {
        return new Bound(Double.NaN, false, false);
      }
      throw new AssertionError("the attacker's program has no answer: " + status);
    }
    boolean attained =
        variables.values().stream()
            .mapToDouble(MPVariable::solutionValue)
            .allMatch(value -> Math.abs(value - Math.rint(value)) < 1e-6);
    return new Bound(
        variables.get(cell).solutionValue(), attained, status == MPSolver.ResultStatus.OPTIMAL);
  }

  /**
   * The cells that have another value in some whole table in which a given cell has; none where
   * that cell can have no other.
   */
  BitSet differing(JjTable table, int cell) {
    JjTable.Cell of = table.cells().get(cell);
    double value = of.value().doubleValue();
    BitSet above = differing(table, cell, value + 1, of.upper().doubleValue());
    return above.isEmpty() ? differing(table, cell, of.lower().doubleValue(), value - 1) : above;
  }

  private BitSet differing(JjTable table, int cell, double least, double most) {
    BitSet differing = new BitSet();
    if (least > most) {
      return differing;
    }
    MPVariable variable = variables.get(cell);
    double lower = variable.lb();
    double upper = variable.ub();
    variable.setBounds(least, most);
    solver.objective().clear();
    MPSolver.ResultStatus status = solver.solve();
    if (status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE) {
      variables.forEach(
          (other, found) -> {
            double value = table.cells().get(other).value().doubleValue();
            differing.set(other, Math.abs(found.solutionValue() - value) > 0.5);
          });
    } else if (status != MPSolver.ResultStatus.INFEASIBLE) {
      throw new AssertionError("the attacker's program has no answer: " + status);
    }
    variable.setBounds(lower, upper);
    return differing;
  }

  @Override
  public void close() {
    solver.delete();
  }
}
