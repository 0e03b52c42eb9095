package se.samsyn.agent.sealed;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An onlooker with an integer program: t agencies who know their own tables, the rule, every public
 * bit and every opened total, and look for another table of the others that gives the same.
 */
final class ProgramOnlooker {
  /** What is switched off. */
  enum Off {
    NOTHING,
    RESERVE,
    ALL_OR_NOTHING
  }

  record Rules(boolean overlapping, int k, int t, int n, Off off) {
    int part(int count) {
      return overlapping ? count == 0 ? 0 : count < k ? 1 : n + 1 : Math.min(count, k);
    }

    int least() {
      return (t + 1) * (overlapping ? n + 1 : k) + (off == Off.RESERVE ? 0 : 1);
    }
  }

  /** For each tested group's member whether it is open, and the totals of open nodes. */
  record View(List<Integer> tested, boolean[] open, List<Long> totals) {
    boolean isSame(View other) {
      return tested.equals(other.tested)
          && Arrays.equals(open, other.open)
          && totals.equals(other.totals);
    }
  }

  private final SealedShape shape;
  private final Rules rules;
  private final int[][] own;
  private final View seen;

  /**
   * @param own the coalition's tables, by agency and atom
   * @param others everybody else's
   */
  ProgramOnlooker(SealedShape shape, Rules rules, int[][] own, int[][] others) {
    Loader.loadNativeLibraries();
    this.shape = shape;
    this.rules = rules;
    this.own = own;
    this.seen = view(others);
  }

  boolean seesAnything() {
    return seen.open[0];
  }

  /** What anybody sees, by plain counts. */
  private View view(int[][] others) {
    boolean[] open = new boolean[shape.nodes().size()];
    List<Integer> tested = new ArrayList<>();
    for (int group = 0; group < shape.groups().size(); group++) {
      SealedShape.Group each = shape.groups().get(group);
      if (each.parents().stream().allMatch(parent -> open[parent])) {
        tested.add(group);
        boolean all = each.members().stream().allMatch(node -> isSafe(node, others));
        each.members()
            .forEach(
                node -> open[node] = rules.off == Off.ALL_OR_NOTHING ? isSafe(node, others) : all);
      }
    }
    List<Long> totals = new ArrayList<>();
    for (int node = 0; node < open.length; node++) {
      totals.add(open[node] ? sum(shape.nodes().get(node), others) : -1);
    }
    return new View(tested, open, totals);
  }

  private boolean isSafe(int node, int[][] others) {
    int sum = 0;
    for (int[][] tables : List.of(own, others)) {
      for (int[] table : tables) {
        sum += rules.part((int) sum(shape.nodes().get(node), new int[][] {table}));
      }
    }
    return sum == 0 || sum >= rules.least();
  }

  static long sum(long atoms, int[][] tables) {
    long sum = 0;
    for (int[] table : tables) {
      for (int atom = 0; atom < table.length; atom++) {
        sum += (atoms >> atom & 1) == 1 ? table[atom] : 0;
      }
    }
    return sum;
  }

  /**
   * Another table of the others that gives the same view.
   *
   * @param union atoms in which they shall have from {@code least} to {@code most} persons
   * @return their persons in it; empty when there is none
   */
  Optional<Long> other(long union, long least, long most) {
    MPSolver program = MPSolver.createSolver("SAT");
    int agencies = rules.n - rules.t;
    MPVariable[][] x = new MPVariable[agencies][shape.atoms()];
    for (MPVariable[] agency : x) {
      for (int atom = 0; atom < agency.length; atom++) {
        agency[atom] = program.makeIntVar(0, seen.totals.get(0), "");
      }
    }
    add(program.makeConstraint(least, most), x, union);
    for (int node = 0; node < shape.nodes().size(); node++) {
      if (seen.open[node]) {
        long total = seen.totals.get(node);
        add(program.makeConstraint(total, total), x, shape.nodes().get(node));
      }
    }
    for (int group : seen.tested) {
      List<Integer> members = shape.groups().get(group).members();
      MPConstraint notAll = program.makeConstraint(0, members.size() - 1.0);
      for (int node : members) {
        MPVariable safe = safe(program, x, node);
        if (seen.open[node]) {
          safe.setLb(1);
        } else if (rules.off == Off.ALL_OR_NOTHING) {
          safe.setUb(0);
        }
        notAll.setCoefficient(safe, 1);
      }
      if (members.stream().allMatch(node -> seen.open[node])) {
        notAll.setUb(members.size());
      }
    }
    MPSolver.ResultStatus status = program.solve();
    if (status == MPSolver.ResultStatus.INFEASIBLE) {
      return Optional.empty();
    }
    if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
      throw new AssertionError("the onlooker did not get to an end: " + status);
    }
    int[][] found = new int[agencies][shape.atoms()];
    for (int agency = 0; agency < agencies; agency++) {
      for (int atom = 0; atom < shape.atoms(); atom++) {
        found[agency][atom] = (int) Math.round(x[agency][atom].solutionValue());
      }
    }
    program.delete();
    if (!view(found).isSame(seen)) {
      throw new AssertionError("the program and the plain counts do not see the same");
    }
    return Optional.of(sum(union, found));
  }

  /** 1 iff the node is safe: nobody is in it, or there are enough. */
  private MPVariable safe(MPSolver program, MPVariable[][] x, int node) {
    long atoms = shape.nodes().get(node);
    double most = rules.n * (double) rules.part(Integer.MAX_VALUE);
    int known = 0;
    for (int[] table : own) {
      known += rules.part((int) sum(atoms, new int[][] {table}));
    }
    MPVariable sum = program.makeIntVar(0, most, "");
    MPConstraint parts = program.makeConstraint(known, known);
    parts.setCoefficient(sum, 1);
    for (MPVariable[] agency : x) {
      MPVariable count = program.makeIntVar(0, seen.totals.get(0), "");
      MPConstraint adds = program.makeConstraint(0, 0);
      adds.setCoefficient(count, -1);
      add(adds, new MPVariable[][] {agency}, atoms);
      MPVariable many = atLeast(program, count, rules.k);
      if (rules.overlapping) {
        parts.setCoefficient(atLeast(program, count, 1), -1);
        parts.setCoefficient(many, -rules.n);
      } else {
        parts.setCoefficient(clipped(program, count, many), -1);
      }
    }
    MPVariable safe = program.makeBoolVar("");
    MPConstraint unless = program.makeConstraint(1, 1);
    unless.setCoefficient(safe, 1);
    unless.setCoefficient(atLeast(program, sum, 1), 1);
    unless.setCoefficient(atLeast(program, sum, rules.least()), -1);
    return safe;
  }

  /** min(count, k), where {@code many} says whether that is k. */
  private MPVariable clipped(MPSolver program, MPVariable count, MPVariable many) {
    MPVariable clipped = program.makeIntVar(0, rules.k, "");
    MPConstraint notAbove = program.makeConstraint(0, Double.POSITIVE_INFINITY);
    notAbove.setCoefficient(count, 1);
    notAbove.setCoefficient(clipped, -1);
    MPConstraint full = program.makeConstraint(0, Double.POSITIVE_INFINITY);
    full.setCoefficient(clipped, 1);
    full.setCoefficient(many, -rules.k);
    MPConstraint notBelow = program.makeConstraint(0, Double.POSITIVE_INFINITY);
    notBelow.setCoefficient(clipped, 1);
    notBelow.setCoefficient(count, -1);
    notBelow.setCoefficient(many, count.ub());
    return clipped;
  }

  private static MPVariable atLeast(MPSolver program, MPVariable count, int least) {
    MPVariable is = program.makeBoolVar("");
    MPConstraint then = program.makeConstraint(0, Double.POSITIVE_INFINITY);
    then.setCoefficient(count, 1);
    then.setCoefficient(is, -least);
    MPConstraint otherwise = program.makeConstraint(Double.NEGATIVE_INFINITY, least - 1.0);
    otherwise.setCoefficient(count, 1);
    otherwise.setCoefficient(is, -count.ub());
    return is;
  }

  private static void add(MPConstraint row, MPVariable[][] x, long atoms) {
    for (MPVariable[] agency : x) {
      for (int atom = 0; atom < agency.length; atom++) {
        if ((atoms >> atom & 1) == 1) {
          row.setCoefficient(agency[atom], 1);
        }
      }
    }
  }
}
