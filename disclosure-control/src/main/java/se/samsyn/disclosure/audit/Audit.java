package se.samsyn.disclosure.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.disclosure.audit.Aggregation.Row;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The attack: for each hidden cell the least and the greatest whole number that it can have, given
 * all that is published and all that everybody knows.
 */
public final class Audit {
  private Audit() {}

  /**
   * @param values the published cells' values; elsewhere anything
   * @param hidden the cells that are not published, helper cells included
   * @return one interval per cell; a published cell's is its value
   * @throws InconsistentTable if no table has these figures
   */
  public static FeasibilityInterval[] intervals(TableSpace space, long[] values, BitSet hidden) {
    return intervals(space, values, hidden, space.size());
  }

  /**
   * As {@link #intervals(TableSpace, long[], BitSet)}, for the first {@code count} cells only; the
   * rest are helper cells whose intervals nobody asks for.
   */
  public static FeasibilityInterval[] intervals(
      TableSpace space, long[] values, BitSet hidden, int count) {
    return intervals(space, values, hidden, count, Runtime.getRuntime().availableProcessors());
  }

  /**
   * As {@link #intervals(TableSpace, long[], BitSet, int)}, on at most {@code threads} processors;
   * the intervals do not depend on it.
   */
  public static FeasibilityInterval[] intervals(
      TableSpace space, long[] values, BitSet hidden, int count, int threads) {
    return intervals(space, values, hidden, count, threads, List.of());
  }

  /**
   * As {@link #intervals(TableSpace, long[], BitSet, int, int)}, sooner.
   *
   * @param hints how other tables may differ from {@code values}, as a certificate says: which of
   *     them are possible is checked, so that the intervals do not depend on them
   */
  public static FeasibilityInterval[] intervals(
      TableSpace space,
      long[] values,
      BitSet hidden,
      int count,
      int threads,
      List<Deviation> hints) {
    Aggregation columns = new Aggregation(new Unknowns(space, values, hidden), space.size());
    Optional<long[]> start = Optional.of(values).filter(space::contains);
    BitSet asked = new BitSet();
    for (int cell = 0; cell < count; cell++) {
      asked.set(columns.column(cell));
    }
    FeasibilityInterval[] ofColumns = new FeasibilityInterval[space.size()];
    asked.stream()
        .filter(columns::isFixed)
        .forEach(column -> ofColumns[column] = FeasibilityInterval.of(columns.bounds(column)));
    for (Component component : components(columns, asked)) {
      ComponentAudit audit = new ComponentAudit(columns, component, asked, start, threads);
      hints.forEach(audit::keep);
      audit.intervals(ofColumns);
    }
    FeasibilityInterval[] intervals = new FeasibilityInterval[count];
    for (int cell = 0; cell < count; cell++) {
      FeasibilityInterval interval = ofColumns[columns.column(cell)];
      intervals[cell] =
          new FeasibilityInterval(
              columns.ofCell(cell, interval.outer()), columns.ofCell(cell, interval.attained()));
    }
    return intervals;
  }

  /** Columns that hang together by rows, some of them asked for; both in order. */
  record Component(int[] columns, List<Row> rows) {}

  private static List<Component> components(Aggregation columns, BitSet asked) {
    List<Row> rows = List.copyOf(columns.rows());
    Map<Integer, List<Row>> rowsOf = new HashMap<>();
    rows.forEach(
        row ->
            row.columns().forEach(c -> rowsOf.computeIfAbsent(c, k -> new ArrayList<>()).add(row)));
    List<Component> components = new ArrayList<>();
    BitSet seen = new BitSet();
    asked.stream()
        .filter(column -> !columns.isFixed(column))
        .forEach(
            column -> {
              if (!seen.get(column)) {
                Component component = around(column, rowsOf);
                IntStream.of(component.columns).forEach(seen::set);
                components.add(component);
              }
            });
    return components;
  }

  private static Component around(int start, Map<Integer, List<Row>> rowsOf) {
    BitSet columns = new BitSet();
    Set<Row> rows = new LinkedHashSet<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    columns.set(start);
    while (!queue.isEmpty()) {
      for (Row row : rowsOf.getOrDefault(queue.poll(), List.of())) {
        if (rows.add(row)) {
          for (int other : row.columns()) {
            if (!columns.get(other)) {
              columns.set(other);
              queue.add(other);
            }
          }
        }
      }
    }
    return new Component(columns.stream().toArray(), List.copyOf(rows));
  }
}
