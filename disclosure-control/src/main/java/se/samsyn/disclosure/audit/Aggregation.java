package se.samsyn.disclosure.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.audit.Unknowns.Equation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The unknown cells, where those that can only change together are one column: in a protected table
 * many relations hide just two cells, and what one gains the other loses. Exact. (Aggregation of
 * doubleton equations: Andersen and Andersen 1995, Presolving in linear programming, Math.
 * Programming 71.)
 *
 * <p>A column is named by one of its cells, whose value it has.
 */
final class Aggregation {
  /** sum(coefficient x column) = constant; columns ascending, the first coefficient positive. */
  record Row(List<Integer> columns, List<Long> coefficients, long constant) {}

  private final List<Equation> equations;
  private final int[] column;
  private final boolean[] opposite;
  private final long[] shift;
  private final long[] lower;
  private final long[] upper;
  private final List<List<Integer>> members = new ArrayList<>();
  private final List<List<Integer>> equationsOf = new ArrayList<>();
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();
  private final boolean[] queued;

  /**
   * @throws InconsistentTable if two equations contradict each other in whole numbers
   */
  Aggregation(Unknowns unknowns, int size) {
    equations = unknowns.equations();
    column = new int[size];
    opposite = new boolean[size];
    shift = new long[size];
    lower = new long[size];
    upper = new long[size];
    for (int cell = 0; cell < size; cell++) {
      column[cell] = cell;
      lower[cell] = unknowns.lower(cell);
      upper[cell] = unknowns.upper(cell);
      members.add(new ArrayList<>(List.of(cell)));
      equationsOf.add(new ArrayList<>());
    }
    queued = new boolean[equations.size()];
    for (int e = 0; e < equations.size(); e++) {
      for (int cell : equations.get(e).cells()) {
        equationsOf.get(cell).add(e);
      }
      enqueue(e);
    }
    while (!queue.isEmpty()) {
      int e = queue.poll();
      queued[e] = false;
      reduce(row(equations.get(e)));
    }
  }

  /** The column that a cell moves with. */
  int column(int cell) {
    return column[cell];
  }

  long lower(int column) {
    return lower[column];
  }

  long upper(int column) {
    return upper[column];
  }

  boolean isFixed(int column) {
    return lower[column] == upper[column];
  }

  Bounds bounds(int column) {
    return new Bounds(lower[column], upper[column]);
  }

  /** What a column's bounds say of one of its cells. */
  Bounds ofCell(int cell, Bounds bounds) {
    if (opposite[cell]) {
      return new Bounds(shift[cell] - bounds.upper(), shift[cell] - bounds.lower());
    }
    return new Bounds(
        shift[cell] + bounds.lower(),
        bounds.isBounded() ? shift[cell] + bounds.upper() : TableSpace.UNBOUNDED);
  }

  /** What ties the columns that are not fixed, each once. */
  Set<Row> rows() {
    Set<Row> rows = new LinkedHashSet<>();
    for (Equation equation : equations) {
      Row row = row(equation);
      if (!row.columns.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private void enqueue(int e) {
    if (!queued[e]) {
      queued[e] = true;
      queue.add(e);
    }
  }

  /** An equation in columns, with what is fixed filled in. */
  private Row row(Equation equation) {
    Map<Integer, Long> parts = new LinkedHashMap<>();
    long constant = equation.constant();
    for (int i = 0; i < equation.cells().length; i++) {
      int cell = equation.cells()[i];
      long coefficient = equation.coefficients()[i];
      constant = Math.subtractExact(constant, Math.multiplyExact(coefficient, shift[cell]));
      long own = opposite[cell] ? -coefficient : coefficient;
      if (isFixed(column[cell])) {
        constant = Math.subtractExact(constant, Math.multiplyExact(own, lower[column[cell]]));
      } else {
        parts.merge(column[cell], own, Math::addExact);
      }
    }
    parts.values().removeIf(coefficient -> coefficient == 0);
    List<Integer> columns = parts.keySet().stream().sorted().toList();
    long sign = columns.isEmpty() || parts.get(columns.get(0)) > 0 ? 1 : -1;
    return new Row(
        columns, columns.stream().map(c -> sign * parts.get(c)).toList(), sign * constant);
  }

  private void reduce(Row row) {
    switch (row.columns.size()) {
      case 0 -> require(row.constant == 0);
      case 1 -> fix(row.columns.get(0), row.coefficients.get(0), row.constant);
      case 2 -> {
        long first = row.coefficients.get(0);
        if (Math.abs(row.coefficients.get(1)) == first) {
          require(row.constant % first == 0);
          boolean sameSign = row.coefficients.get(1) > 0;
          merge(row.columns.get(0), row.columns.get(1), sameSign, row.constant / first);
        }
      }
      default -> {}
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new InconsistentTable("no whole-number table has these published figures");
    }
  }

  private void fix(int at, long coefficient, long constant) {
    require(constant % coefficient == 0);
    narrow(at, constant / coefficient, constant / coefficient);
    equationsOf.get(at).forEach(this::enqueue);
  }

  private void narrow(int at, long low, long high) {
    lower[at] = Math.max(lower[at], low);
    upper[at] = Math.min(upper[at], high);
    require(lower[at] <= upper[at]);
  }

  /** Makes x + y = sum, or x - y = sum, one column. */
  private void merge(int x, int y, boolean against, long sum) {
    if (against && (upper[x] == TableSpace.UNBOUNDED || upper[y] == TableSpace.UNBOUNDED)) {
      return;
    }
    boolean keepX = members.get(x).size() >= members.get(y).size();
    int kept = keepX ? x : y;
    int gone = keepX ? y : x;
    // gone = offset - kept, or offset + kept.
    long offset = against || !keepX ? sum : Math.negateExact(sum);
    if (against) {
      narrow(
          kept, Math.subtractExact(offset, upper[gone]), Math.subtractExact(offset, lower[gone]));
    } else {
      narrow(
          kept,
          Math.subtractExact(lower[gone], offset),
          upper[gone] == TableSpace.UNBOUNDED
              ? TableSpace.UNBOUNDED
              : Math.subtractExact(upper[gone], offset));
    }
    for (int cell : members.get(gone)) {
      column[cell] = kept;
      shift[cell] = Math.addExact(shift[cell], opposite[cell] ? -offset : offset);
      opposite[cell] ^= against;
    }
    members.get(kept).addAll(members.get(gone));
    members.set(gone, List.of());
    equationsOf.get(kept).addAll(equationsOf.get(gone));
    equationsOf.set(gone, List.of());
    equationsOf.get(kept).forEach(this::enqueue);
  }
}
