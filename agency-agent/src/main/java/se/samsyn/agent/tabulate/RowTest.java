package se.samsyn.agent.tabulate;

import java.util.List;
import java.util.Set;
import se.samsyn.agent.source.ColumnValues;
import se.samsyn.agent.source.Days;
import se.samsyn.agent.source.RowCursor;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Period;

/** A condition of a definition, made ready for the rows of one source. */
@FunctionalInterface
interface RowTest {
  boolean holds(RowCursor row);

  /**
   * @param index where the column is in the cursor
   */
  static RowTest of(Condition condition, ColumnValues column, int index, Period period) {
    if (condition instanceof Condition.Between between) {
      return row ->
          row.value(index) >= between.from()
              && row.value(index) <= between.to()
              && row.value(index) >= 0;
    }
    if (condition instanceof Condition.InPeriod) {
      long start = Days.of(period.start());
      long end = Days.of(period.end());
      return row -> row.value(index) >= start && row.value(index) < end;
    }
    if (!column.spellings().isEmpty()) {
      return severalCodes(condition, new CodesField(column), index);
    }
    if (column.codes().isEmpty()) {
      return row -> row.value(index) >= 0;
    }
    boolean[] holds = new boolean[column.codes().size()];
    for (int i = 0; i < holds.length; i++) {
      List<String> codes = column.codes().get(i).map(List::of).orElse(List.of());
      holds[i] = holds(condition, codes);
    }
    boolean others = !(condition instanceof Condition.In);
    return row -> {
      long value = row.value(index);
      return value >= 0 ? holds[(int) value] : value == ColumnValues.ANY_CODE && others;
    };
  }

  private static RowTest severalCodes(Condition condition, CodesField field, int index) {
    return row -> field.codes(row.text(index)).map(c -> holds(condition, c)).orElse(false);
  }

  private static boolean holds(Condition condition, List<String> codes) {
    if (condition instanceof Condition.In in) {
      return codes.stream().anyMatch(Set.copyOf(in.codes())::contains);
    }
    if (condition instanceof Condition.NotIn notIn) {
      return !codes.isEmpty() && codes.stream().noneMatch(Set.copyOf(notIn.codes())::contains);
    }
    return !codes.isEmpty();
  }
}
