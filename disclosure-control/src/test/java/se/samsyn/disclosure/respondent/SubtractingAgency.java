package se.samsyn.disclosure.respondent;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.disclosure.table.TableSpace;

/**
 * An attacker of its own making: it knows its own records, all joint figures and that the others'
 * records are whole numbers, and asks a constraint solver for the least and the greatest that
 * another's number can be. It has a number for each finest cell of each other agency, and knows
 * nothing of the engine's relations.
 */
final class SubtractingAgency {
  /** What a number can be at most. */
  private static final long FAR = 100_000;

  /** Everybody: an attacker without a part. */
  static final int OUTSIDER = -1;

  static {
    Loader.loadNativeLibraries();
  }

  private final Agencies agencies;
  private final int own;
  private final JointPattern pattern;
  private final List<RespondentPart> parts;

  SubtractingAgency(Agencies agencies, int own, JointPattern pattern, List<RespondentPart> parts) {
    this.agencies = agencies;
    this.own = own;
    this.pattern = pattern;
    this.parts = parts;
  }

  /** Both ends of what a number can be. */
  record Range(long least, long most) {}

  /** Those whose numbers it does not know. */
  List<Integer> others() {
    List<Integer> others = new ArrayList<>();
    for (int agency = 0; agency < agencies.number(); agency++) {
      if (agency != own) {
        others.add(agency);
      }
    }
    return others;
  }

  /** What it finds out of the sum of some agencies' numbers in a cell. */
  Range range(int measure, int cell, List<Integer> of) {
    return new Range(extreme(measure, cell, of, false), extreme(measure, cell, of, true));
  }

  private long extreme(int measure, int cell, List<Integer> of, boolean up) {
    MPSolver solver = MPSolver.createSolver("SAT");
    MPVariable[][] numbers = new MPVariable[agencies.number()][];
    for (int agency : others()) {
      numbers[agency] =
          solver.makeIntVarArray(Agencies.PLACES * Agencies.SEXES, 0, FAR, "x" + agency);
    }
    for (int c = 0; c < Agencies.CUBE.size(); c++) {
      if (!pattern.isHidden(measure, c)) {
        MPConstraint row = row(solver, measure, c);
        for (int agency : others()) {
          for (int leaf : Agencies.leaves(c)) {
            row.setCoefficient(numbers[agency][leaf], 1);
          }
        }
      }
    }
    for (int agency : of) {
      for (int leaf : Agencies.leaves(cell)) {
        solver.objective().setCoefficient(numbers[agency][leaf], 1);
      }
    }
    solver.objective().setOptimizationDirection(up);
    MPSolver.ResultStatus status = solver.solve();
    long value = Math.round(solver.objective().value());
    solver.delete();
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      throw new AssertionError("the attacker's program has no answer: " + status);
    }
    return value;
  }

  /** What a shown cell says of the others. */
  private MPConstraint row(MPSolver solver, int measure, int cell) {
    if (!pattern.isBounded(measure, cell)) {
      long others = agencies.joint().get(measure)[cell] - ownNumber(measure, cell);
      return solver.makeConstraint(others, others);
    }
    // It knows what its own table says, too, and takes that out of the bounds.
    long lower = 0;
    long upper = 0;
    for (int agency : others()) {
      lower += parts.get(agency).lower().get(measure)[cell];
      long most = parts.get(agency).upper().get(measure)[cell];
      upper = Math.min(FAR, upper + (most == TableSpace.UNBOUNDED ? FAR : most));
    }
    return solver.makeConstraint(lower, upper);
  }

  private long ownNumber(int measure, int cell) {
    return own == OUTSIDER ? 0 : agencies.table(own).get(measure)[cell];
  }
}
