package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The cheapest pattern in which no relation <em>by itself</em> reveals what is to be hidden. It is
 * seldom safe and always a good guide: every safe pattern fulfils its conditions, and its program
 * is small, with one row per relation and amount.
 *
 * <p>The conditions are those capacity constraints of Fischetti and Salazar-Gonzalez (1999) that
 * stem from one relation: for a cell to move by an amount, the other hidden cells of the relation
 * must be able to move by as much together; and no cell is hidden alone.
 */
final class LinePattern {
  /** Above this many coefficients amounts are left aside. */
  private static final long MOST_COEFFICIENTS = 1_000_000;

  /** Above this many rows the choice is made in part, not in whole numbers. */
  private static final int MOST_ROWS = 60_000;

  private static final int ROUNDS = 30;

  /** Further conditions that raise the cost by less are left to the search. */
  private static final double SETTLED = 1e-3;

  private static final double VIOLATED = 1e-6;
  private static final long PATIENCE = 60_000;

  /** When a program is given up: what it would cost is better spent on the search. */
  private static final double EFFORT = 2;

  private final Table table;
  private final TableSpace space;
  private final BitSet forced = new BitSet();
  private final BitSet shown = new BitSet();
  private final Map<Line, Double> lines = new LinkedHashMap<>();
  private final BitSet neverAlone = new BitSet();
  private boolean isSettled;

  /**
   * A relation whose cells must together be able to move by an amount.
   *
   * @param sign of the movement, 0 for the distance between both ends
   * @param known cells of the relation that the attacker knows
   */
  private record Line(int relation, int sign, double amount, List<Integer> known) {}

  private LinePattern(Table table, Collection<Demand> demands) {
    this.table = table;
    this.space = table.space();
    demands.forEach(demand -> forced.set(table.bundle(demand.cell())));
    for (int cell = 0; cell < table.size(); cell++) {
      shown.set(
          table.bundle(cell),
          shown.get(table.bundle(cell)) || table.publication(cell) == Publication.ALWAYS);
    }
    demands.forEach(demand -> addLines(demand, true));
    long coefficients =
        lines.keySet().stream()
            .mapToLong(l -> space.relations().get(l.relation).cells().length)
            .sum();
    if (coefficients > MOST_COEFFICIENTS) {
      lines.clear();
      demands.forEach(demand -> addLines(demand, false));
    }
  }

  /**
   * How much each bundle of cells is wanted hidden, from 0 to 1; empty if the program was not
   * solved.
   */
  static double[] of(Table table, Collection<Demand> demands) {
    List<double[]> guides = several(table, demands);
    return guides.isEmpty() ? new double[0] : guides.get(guides.size() - 1);
  }

  /** Guides as {@link #of} gives them: the pattern in part, and the one in whole numbers. */
  static List<double[]> several(Table table, Collection<Demand> demands) {
    LinePattern pattern = new LinePattern(table, demands);
    List<double[]> guides = new ArrayList<>();
    double[] inPart = pattern.solve(false);
    if (inPart.length > 0) {
      guides.add(inPart);
      if (pattern.isSettled
          && pattern.lines.size() + pattern.neverAlone.cardinality() <= MOST_ROWS) {
        double[] whole = pattern.solve(true);
        if (whole.length > 0) {
          guides.add(whole);
        }
      }
    }
    return guides;
  }

  private void addLines(Demand demand, boolean withAmounts) {
    int cell = demand.cell();
    long value = table.value(cell);
    Requirement requirement = demand.requirement();
    long up = requirement.upperAtLeast() - value;
    long down = value - requirement.lowerAtMost();
    for (int i = 0; i < space.degree(cell); i++) {
      int r = space.relationOf(cell, i);
      Relation relation = space.relations().get(r);
      List<Integer> known = new ArrayList<>();
      long own = 0;
      for (int j = 0; j < relation.cells().length; j++) {
        if (relation.cells()[j] == cell) {
          own = relation.coefficients()[j];
        } else if (demand.attacker().knows().contains(relation.cells()[j])) {
          known.add(relation.cells()[j]);
        }
      }
      if (!withAmounts) {
        add(new Line(r, 0, 1, known), cell);
        continue;
      }
      double factor = Math.abs(own);
      if (up > 0) {
        add(new Line(r, Long.signum(own), up * factor, known), cell);
      }
      if (down > 0) {
        add(new Line(r, -Long.signum(own), down * factor, known), cell);
      }
      if (requirement.width() > up + down) {
        add(new Line(r, 0, requirement.width() * factor, known), cell);
      }
    }
  }

  /** All cells of the line together, so that the cell's own part is demanded on top. */
  private void add(Line line, int cell) {
    Relation relation = space.relations().get(line.relation);
    for (int i = 0; i < relation.cells().length; i++) {
      if (relation.cells()[i] == cell) {
        lines.merge(line, 1 + capacity(line, cell, relation.coefficients()[i]), Math::max);
      }
    }
  }

  /** How much of the line's amount the cell can take over, at most 1. */
  private double capacity(Line line, int cell, long coefficient) {
    double room = 0;
    if (line.sign == 0 || coefficient * line.sign < 0) {
      long upper = space.upper(cell);
      room += upper == TableSpace.UNBOUNDED ? line.amount : upper - table.value(cell);
    }
    if (line.sign == 0 || coefficient * line.sign > 0) {
      room += table.value(cell) - space.lower(cell);
    }
    return Math.min(1, room * Math.abs(coefficient) / line.amount);
  }

  private double[] solve(boolean whole) {
    try (LinearProgram program =
        whole ? LinearProgram.roughInteger() : LinearProgram.limited(EFFORT)) {
      double[] costs = new double[table.bundleCount()];
      for (int cell = 0; cell < table.size(); cell++) {
        costs[table.bundle(cell)] += table.cost(cell);
      }
      for (int bundle = 0; bundle < costs.length; bundle++) {
        boolean force = forced.get(bundle);
        program.variable(force ? 1 : 0, shown.get(bundle) && !force ? 0 : 1, whole);
        program.cost(bundle, costs[bundle]);
      }
      lines.forEach((line, least) -> addRow(program, line, least));
      neverAlone.stream().forEach(r -> addNeverAlone(program, r));
      double[] wanted = new double[0];
      double before = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Outcome outcome = program.minimize(PATIENCE);
        boolean isSolved = outcome == Outcome.OPTIMAL || whole && outcome == Outcome.FEASIBLE;
        if (!isSolved) {
          return wanted;
        }
        wanted = new double[costs.length];
        for (int bundle = 0; bundle < wanted.length; bundle++) {
          wanted[bundle] = Math.max(0, Math.min(1, program.value(bundle)));
        }
        BitSet found = violated(wanted);
        isSettled = found.isEmpty() || program.objective() < before * (1 + SETTLED);
        before = program.objective();
        if (isSettled || whole) {
          break;
        }
        neverAlone.or(found);
        found.stream().forEach(r -> addNeverAlone(program, r));
      }
      return wanted;
    }
  }

  private void addRow(LinearProgram program, Line line, double least) {
    Relation relation = space.relations().get(line.relation);
    Map<Integer, Double> parts = new LinkedHashMap<>();
    double missing = least;
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      double capacity = capacity(line, cell, relation.coefficients()[i]);
      if (capacity == 0 || line.known.contains(cell)) {
        continue;
      }
      if (table.publication(cell) == Publication.NEVER) {
        missing -= capacity;
      } else {
        parts.merge(table.bundle(cell), capacity, Double::sum);
      }
    }
    if (missing > VIOLATED) {
      int row = program.row(missing - 1e-9, LinearProgram.INFINITY);
      parts.forEach((bundle, capacity) -> program.coefficient(row, bundle, capacity));
    }
  }

  /** Relations in which one cell is hidden more than the others together. */
  private BitSet violated(double[] wanted) {
    BitSet found = new BitSet();
    for (int r = 0; r < space.relations().size(); r++) {
      double sum = 0;
      double most = 0;
      boolean open = neverAlone.get(r);
      for (int cell : space.relations().get(r).cells()) {
        if (space.lower(cell) < space.upper(cell)) {
          open |=
              table.publication(cell) == Publication.NEVER
                  || table.publication(cell) == Publication.ATTACHED;
          sum += wanted[table.bundle(cell)];
          most = Math.max(most, wanted[table.bundle(cell)]);
        }
      }
      if (!open && sum < 2 * most - VIOLATED) {
        found.set(r);
      }
    }
    return found;
  }

  /** sum(x) >= 2 x for each of its cells, with a variable of its own for the sum. */
  private void addNeverAlone(LinearProgram program, int r) {
    int sum = program.variable(0, LinearProgram.INFINITY, false);
    int total = program.row(0, 0);
    program.coefficient(total, sum, -1);
    Map<Integer, Integer> parts = new LinkedHashMap<>();
    for (int cell : space.relations().get(r).cells()) {
      if (space.lower(cell) < space.upper(cell)) {
        parts.merge(table.bundle(cell), 1, Integer::sum);
      }
    }
    parts.forEach(
        (bundle, times) -> {
          program.coefficient(total, bundle, times);
          int row = program.row(0, LinearProgram.INFINITY);
          program.coefficient(row, sum, 1);
          program.coefficient(row, bundle, -2);
        });
  }
}
