package se.samsyn.schemas.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The records that a table is made of: an input table, the date that places them, a window, and
 * filters. Two tables over intersecting record sets can be subtracted from each other, so whether
 * they intersect is decided here, and doubt counts as yes.
 *
 * @param date the date column; empty when the source holds one period
 */
public record RecordSet(
    TableId table, Optional<String> date, Period window, List<Condition> where) {
  public RecordSet {
    where = List.copyOf(where);
  }

  public static RecordSet of(Definition definition, Period period) {
    return new RecordSet(
        definition.table(), definition.period().date(), period, definition.where());
  }

  /**
   * Whether a record may belong to both. False only when that is impossible: another input table,
   * another date column (then no cell of the one is a sum of cells of the other), windows apart, or
   * filters that exclude each other.
   */
  public boolean intersects(RecordSet other) {
    return table.equals(other.table)
        && date.equals(other.date)
        && window.start().isBefore(other.window.end())
        && other.window.start().isBefore(window.end())
        && where.stream().noneMatch(a -> other.where.stream().anyMatch(b -> exclude(a, b)));
  }

  private static boolean exclude(Condition a, Condition b) {
    if (!a.column().equals(b.column())) {
      return false;
    }
    if (a instanceof Condition.In x && b instanceof Condition.In y) {
      return disjoint(x.codes(), y.codes());
    }
    if (a instanceof Condition.In x && b instanceof Condition.NotIn y) {
      return y.codes().containsAll(x.codes());
    }
    if (a instanceof Condition.NotIn && b instanceof Condition.In) {
      return exclude(b, a);
    }
    return a instanceof Condition.Between x
        && b instanceof Condition.Between y
        && (x.to() < y.from() || y.to() < x.from());
  }

  private static boolean disjoint(List<String> a, List<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return both.isEmpty();
  }
}
