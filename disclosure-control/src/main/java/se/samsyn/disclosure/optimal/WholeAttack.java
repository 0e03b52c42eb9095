package se.samsyn.disclosure.optimal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Whether a pattern leaves open what is demanded, in whole numbers. */
final class WholeAttack {
  private static final long PATIENCE = 20_000;

  private final Table table;
  private final Witnesses witnesses;

  /** What was asked could not be answered in time. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  WholeAttack(Table table, Witnesses witnesses) {
    this.table = table;
    this.witnesses = witnesses;
  }

  /**
   * Whether the demand is met when these cells are hidden; if so the witnesses prove it.
   *
   * @throws Undecided if an integer program did not end
   */
  boolean meets(BitSet hidden, Demand demand) {
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    long up = requirement.upperAtLeast() - value;
    long down = value - requirement.lowerAtMost();
    long high = reach(hidden, demand, true, up);
    long low = reach(hidden, demand, false, down);
    if (high < up || low < down) {
      return false;
    }
    if (high + low < requirement.width()) {
      high = reach(hidden, demand, true, requirement.width() - low);
    }
    if (high + low < requirement.width()) {
      low = reach(hidden, demand, false, requirement.width() - high);
    }
    return high + low >= requirement.width();
  }

  /** How far the cell can be moved; not examined further than {@code amount}. */
  private long reach(BitSet hidden, Demand demand, boolean up, long amount) {
    long known = witnesses.reach(hidden, demand, up);
    if (known >= amount) {
      return known;
    }
    int[] cells =
        hidden.stream()
            .filter(cell -> !demand.attacker().knows().contains(cell))
            .filter(cell -> table.space().lower(cell) < table.space().upper(cell))
            .toArray();
    if (Arrays.binarySearch(cells, demand.cell()) < 0) {
      return 0;
    }
    Optional<Deviation> found = move(cells, demand.cell(), up, amount, false);
    if (found.isEmpty()) {
      found = move(cells, demand.cell(), up, amount, true);
    }
    found.ifPresent(witnesses::add);
    return witnesses.reach(hidden, demand, up);
  }

  /** The farthest move; with real numbers only if it happens to be whole, else empty. */
  private Optional<Deviation> move(int[] cells, int cell, boolean up, long amount, boolean whole) {
    try (LinearProgram program = whole ? LinearProgram.integer() : LinearProgram.continuous()) {
      for (int other : cells) {
        double rise = room(other, true);
        double fall = room(other, false);
        program.variable(
            -(other == cell && !up ? Math.min(fall, amount) : fall),
            other == cell && up ? Math.min(rise, amount) : rise,
            whole);
      }
      addRows(program, cells);
      program.cost(Arrays.binarySearch(cells, cell), up ? 1 : -1);
      Outcome outcome = program.maximize(PATIENCE);
      if (whole && outcome != Outcome.OPTIMAL) {
        throw new Undecided();
      }
      return outcome == Outcome.OPTIMAL ? verified(program, cells, whole) : Optional.empty();
    }
  }

  private void addRows(LinearProgram program, int[] cells) {
    TableSpace space = table.space();
    BitSet rows = new BitSet();
    for (int cell : cells) {
      for (int i = 0; i < space.degree(cell); i++) {
        rows.set(space.relationOf(cell, i));
      }
    }
    rows.stream()
        .forEach(
            r -> {
              Relation relation = space.relations().get(r);
              int row = program.row(0, 0);
              for (int i = 0; i < relation.cells().length; i++) {
                int at = Arrays.binarySearch(cells, relation.cells()[i]);
                if (at >= 0) {
                  program.coefficient(row, at, relation.coefficients()[i]);
                }
              }
            });
  }

  private Optional<Deviation> verified(LinearProgram program, int[] cells, boolean whole) {
    long[] values = table.values();
    int size = 0;
    int[] changed = new int[cells.length];
    long[] changes = new long[cells.length];
    for (int i = 0; i < cells.length; i++) {
      double change = program.value(i);
      if (!whole && Math.abs(change - Math.rint(change)) > 1e-6) {
        return Optional.empty();
      }
      if (Math.round(change) != 0) {
        changed[size] = cells[i];
        changes[size++] = Math.round(change);
        values[cells[i]] += Math.round(change);
      }
    }
    if (!table.space().contains(values)) {
      if (whole) {
        throw new Undecided();
      }
      return Optional.empty();
    }
    return Optional.of(new Deviation(Arrays.copyOf(changed, size), Arrays.copyOf(changes, size)));
  }

  private double room(int cell, boolean up) {
    if (!up) {
      return table.value(cell) - table.space().lower(cell);
    }
    long upper = table.space().upper(cell);
    return upper == TableSpace.UNBOUNDED ? LinearProgram.INFINITY : upper - table.value(cell);
  }
}
