package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.source.ColumnValues;
import se.samsyn.agent.source.Needed;
import se.samsyn.agent.source.RowCursor;
import se.samsyn.agent.source.Source;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;

/** Judges every row of a source, of whatever period, without counting anything. */
public final class RowsCheck {
  private RowsCheck() {}

  /** Fills the source's log. */
  public static void check(Source source, InputTable table, List<Needed> needed)
      throws UnreadableSource {
    List<ColumnValues> columns = new ArrayList<>();
    Set<String> required = new HashSet<>();
    for (Needed need : needed) {
      source.column(need.column().name()).ifPresent(columns::add);
      if (need.column().required()) {
        required.add(need.column().name());
      }
    }
    RowJudge judge = new RowJudge(source, columns, required);
    Period any = Period.parse("2000");
    try (RowCursor row = source.rows(Optional.empty(), any, table.key())) {
      while (row.next()) {
        if (judge.isPossible(row)) {
          judge.isComplete(row);
        }
      }
    }
  }
}
