package se.samsyn.disclosure.solve;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * A linear or mixed integer program. Its answers are floating-point numbers: whoever uses one as a
 * proof must check it in whole numbers.
 *
 * <p>Not for use by several threads at once; several programs may be used side by side.
 */
public final class LinearProgram implements AutoCloseable {
  public static final double INFINITY = Double.POSITIVE_INFINITY;

  private final MPSolver solver;
  private final MPObjective objective;
  private final List<MPVariable> variables = new ArrayList<>();
  private final List<MPConstraint> rows = new ArrayList<>();

  private final List<State> states = new ArrayList<>();

  /** What the solver was told of a variable: telling it again what it knows is slow. */
  private static final class State {
    private double lower;
    private double upper;
    private double cost;

    State(double lower, double upper) {
      this.lower = lower;
      this.upper = upper;
    }
  }

  /** How a solution attempt ended. */
  public enum Outcome {
    OPTIMAL,
    /** A solution, not shown to be the best one. */
    FEASIBLE,
    INFEASIBLE,
    UNBOUNDED,
    /** The time ran out, or the solver gave up. */
    UNKNOWN
  }

  private LinearProgram(String backend) {
    Natives.require();
    solver = MPSolver.createSolver(backend);
    if (solver == null) {
      throw new IllegalStateException("the solver " + backend + " is not in this build");
    }
    objective = solver.objective();
  }

  /** A program over real numbers. */
  public static LinearProgram continuous() {
    return new LinearProgram("GLOP");
  }

  /**
   * A program over real numbers whose costs are not negative and for which 0 would be best if it
   * were allowed: the dual simplex method starts from there and ends several times sooner.
   */
  public static LinearProgram fromZero() {
    return continuous("use_dual_simplex:true use_preprocessing:false");
  }

  /** A program over real numbers that is solved as it stands, for many objectives in turn. */
  public static LinearProgram manyObjectives() {
    return continuous("use_preprocessing:false");
  }

  /**
   * A program over real numbers that is given up after so much work.
   *
   * @param effort about seconds, but counted in steps
   */
  public static LinearProgram limited(double effort) {
    return continuous("max_deterministic_time:" + effort);
  }

  private static LinearProgram continuous(String parameters) {
    LinearProgram program = continuous();
    program.parameters(parameters);
    return program;
  }

  private void parameters(String parameters) {
    if (!solver.setSolverSpecificParametersAsString(parameters)) {
      throw new IllegalStateException("the solver does not know " + parameters);
    }
  }

  /**
   * As {@link #integer()}, but ended when nearly as good as can be, or after so many nodes: a count
   * and not a time, so that the same program has the same answer.
   */
  public static LinearProgram roughInteger() {
    LinearProgram program = integer();
    program.parameters("limits/gap = 0.01\nlimits/nodes = 20\n");
    return program;
  }

  /**
   * A program in which all variables are small whole numbers with bounds. Its answer need not be
   * the best one; the same program has the same answer.
   *
   * @param effort after so much work the best answer so far is taken; about seconds, but counted in
   *     steps
   */
  public static LinearProgram smallWhole(double effort) {
    return constraints("relative_gap_limit:0.2 linearization_level:2", effort);
  }

  /**
   * As {@link #smallWhole}, but ended only at the best answer, or with an outcome that says it may
   * not be.
   */
  public static LinearProgram smallExact(double effort) {
    return constraints("relative_gap_limit:0 linearization_level:1", effort);
  }

  private static LinearProgram constraints(String aim, double effort) {
    LinearProgram program = new LinearProgram("SAT");
    // Without presolving: these programs are small, and what it costs is most of the time.
    program.parameters(
        "num_workers:1 cp_model_presolve:false max_deterministic_time:" + effort + " " + aim);
    return program;
  }

  /** As {@link #integer()}, but ended after so many nodes with the best that was found. */
  public static LinearProgram integer(int nodes) {
    LinearProgram program = integer();
    program.parameters("limits/gap = 0\nlimits/nodes = %d\n".formatted(nodes));
    return program;
  }

  /** A program in which variables may be whole numbers. */
  public static LinearProgram integer() {
    LinearProgram program = new LinearProgram("SCIP");
    // By default the library calls a solution optimal that may be off by one in ten thousand.
    program.parameters("limits/gap=0");
    return program;
  }

  /** Adds a variable and returns its number. */
  public int variable(double lower, double upper, boolean whole) {
    variables.add(solver.makeVar(lower, upper, whole, ""));
    states.add(new State(lower, upper));
    return variables.size() - 1;
  }

  /** Adds a row: lower &lt;= sum &lt;= upper, still empty. */
  public int row(double lower, double upper) {
    rows.add(solver.makeConstraint(lower, upper, ""));
    return rows.size() - 1;
  }

  public void coefficient(int row, int variable, double value) {
    rows.get(row).setCoefficient(variables.get(variable), value);
  }

  /** Changes a variable's bounds. */
  public void bounds(int variable, double lower, double upper) {
    State state = states.get(variable);
    if (state.lower != lower || state.upper != upper) {
      variables.get(variable).setBounds(lower, upper);
      state.lower = lower;
      state.upper = upper;
    }
  }

  public double lower(int variable) {
    return states.get(variable).lower;
  }

  public double upper(int variable) {
    return states.get(variable).upper;
  }

  /** Changes a variable's cost in the objective. */
  public void cost(int variable, double cost) {
    State state = states.get(variable);
    if (state.cost != cost) {
      objective.setCoefficient(variables.get(variable), cost);
      state.cost = cost;
    }
  }

  public Outcome minimize(long milliseconds) {
    objective.setMinimization();
    return solve(milliseconds);
  }

  public Outcome maximize(long milliseconds) {
    objective.setMaximization();
    return solve(milliseconds);
  }

  public double objective() {
    return objective.value();
  }

  /** What the optimum cannot be better than, when an integer program did not end. */
  public double bound() {
    return objective.bestBound();
  }

  public double value(int variable) {
    return variables.get(variable).solutionValue();
  }

  private Outcome solve(long milliseconds) {
    solver.setTimeLimit(milliseconds);
    return switch (solver.solve()) {
      case OPTIMAL -> Outcome.OPTIMAL;
      case FEASIBLE -> Outcome.FEASIBLE;
      case INFEASIBLE -> Outcome.INFEASIBLE;
      case UNBOUNDED -> Outcome.UNBOUNDED;
      default -> Outcome.UNKNOWN;
    };
  }

  @Override
  public void close() {
    solver.delete();
  }
}
