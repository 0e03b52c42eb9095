package se.samsyn.disclosure.release.attack;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * Numbers with bounds, and rows: solved in whole numbers by a constraint solver, which reckons
 * exactly, and in real numbers by the simplex method of another library.
 */
record Program(long[] lower, long[] upper, List<Row> rows) {
  static {
    Loader.loadNativeLibraries();
  }

  /** The least or the greatest whole number that a sum can be. */
  long extreme(Map<Integer, Long> sum, boolean up) {
    MPSolver solver = MPSolver.createSolver("SAT");
    MPVariable[] variables = fill(solver);
    sum.forEach((number, times) -> solver.objective().setCoefficient(variables[number], times));
    solver.objective().setOptimizationDirection(up);
    MPSolver.ResultStatus status = solver.solve();
    long value = Math.round(solver.objective().value());
    solver.delete();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new AssertionError("the attacker's program has no answer: " + status);
    }
    return value;
  }

  /** Whether a sum can be a whole number from one to another. */
  boolean isPossible(Map<Integer, Long> sum, long least, long most) {
    MPSolver solver = MPSolver.createSolver("SAT");
    add(solver, fill(solver), new Row(sum, least, most));
    MPSolver.ResultStatus status = solver.solve();
    solver.delete();
    if (status != MPSolver.ResultStatus.INFEASIBLE && status != MPSolver.ResultStatus.OPTIMAL) {
      throw new AssertionError("the attacker's program has no answer: " + status);
    }
    return status == MPSolver.ResultStatus.OPTIMAL;
  }

  /** Whether a sum can be a real number from one to another. */
  boolean isPossibleInReals(Map<Integer, Long> sum, long least, long most) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[lower.length];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = model.addVariable("x" + i).lower(lower[i]).upper(upper[i]);
    }
    rows.forEach(row -> add(model, variables, row));
    add(model, variables, new Row(sum, least, most));
    return model.minimise().getState().isFeasible();
  }

  private static void add(ExpressionsBasedModel model, Variable[] variables, Row row) {
    Expression expression = model.newExpression("r" + model.countExpressions());
    row.sum().forEach((number, times) -> expression.set(variables[number], times));
    if (row.lower() > -Row.NONE) {
      expression.lower(row.lower());
    }
    if (row.upper() < Row.NONE) {
      expression.upper(row.upper());
    }
  }

  private MPVariable[] fill(MPSolver solver) {
    MPVariable[] variables = new MPVariable[lower.length];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = solver.makeIntVar(lower[i], upper[i], "x" + i);
    }
    rows.forEach(row -> add(solver, variables, row));
    return variables;
  }

  private static void add(MPSolver solver, MPVariable[] variables, Row row) {
    MPConstraint constraint =
        solver.makeConstraint(
            row.lower() > -Row.NONE ? row.lower() : -MPSolver.infinity(),
            row.upper() < Row.NONE ? row.upper() : MPSolver.infinity());
    row.sum().forEach((number, times) -> constraint.setCoefficient(variables[number], times));
  }
}
