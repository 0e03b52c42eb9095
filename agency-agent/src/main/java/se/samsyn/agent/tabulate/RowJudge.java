package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.mapping.ColumnRule;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.source.ColumnValues;
import se.samsyn.agent.source.RowCursor;
import se.samsyn.agent.source.Source;
import se.samsyn.schemas.definition.InputTable.Type;

/** Finds what is wrong with a row: each column's value, and the person's key. */
public final class RowJudge {
  private record Column(
      int index,
      String name,
      ProblemKind impossible,
      boolean required,
      Optional<CodesField> codes) {}

  private final Source source;
  private final List<Column> columns = new ArrayList<>();
  private final boolean byPerson;
  private final ProblemKind noPerson;
  private final String person;

  /**
   * @param columns in the cursor's order
   * @param required the columns without whose value a row cannot be counted
   */
  public RowJudge(Source source, List<ColumnValues> columns, Set<String> required) {
    this.source = source;
    this.byPerson = source.hasPersons();
    for (int i = 0; i < columns.size(); i++) {
      ColumnValues values = columns.get(i);
      String name = values.column().name();
      Optional<CodesField> codes =
          values.spellings().isEmpty() ? Optional.empty() : Optional.of(new CodesField(values));
      this.columns.add(new Column(i, name, impossible(values), required.contains(name), codes));
    }
    this.person = "person_id";
    this.noPerson =
        source.mapping().columns().get(person) instanceof ColumnRule.PersonalNumberIn
            ? ProblemKind.IMPOSSIBLE_PERSONAL_NUMBER
            : ProblemKind.MISSING_VALUE;
  }

  private ProblemKind impossible(ColumnValues values) {
    ColumnRule rule = source.mapping().columns().get(values.column().name());
    if (rule instanceof ColumnRule.PersonalNumberIn
        || (rule instanceof ColumnRule.AgeOn age
            && age.birth() instanceof ColumnRule.PersonalNumberIn)) {
      return ProblemKind.IMPOSSIBLE_PERSONAL_NUMBER;
    }
    if (rule instanceof ColumnRule.BirthDateIn || rule instanceof ColumnRule.AgeOn) {
      return ProblemKind.IMPOSSIBLE_DATE;
    }
    Type type = values.column().type();
    return switch (type) {
      case DATE, PERIOD -> ProblemKind.IMPOSSIBLE_DATE;
      case INTEGER, AMOUNT -> ProblemKind.IMPOSSIBLE_NUMBER;
      case PERSON, CODE, CODES, BOOLEAN -> ProblemKind.UNKNOWN_CODE;
    };
  }

  /** Whether the row's values are possible; each that is not is logged. */
  boolean isPossible(RowCursor row) {
    boolean possible = true;
    if (byPerson && !row.hasPerson()) {
      source.log().add(noPerson, person, row.row());
      possible = false;
    }
    if (row.isUnmatched()) {
      // The joined columns are empty for that reason; saying so of each would be noise.
      source.log().add(ProblemKind.UNMATCHED_ROW, "", row.row());
      return false;
    }
    for (Column column : columns) {
      if (column.codes().isPresent()) {
        if (column.codes().get().codes(row.text(column.index())).isEmpty()) {
          source.log().add(column.impossible(), column.name(), row.row());
          possible = false;
        }
        continue;
      }
      long value = row.value(column.index());
      if (value == ColumnValues.IMPOSSIBLE || value == ColumnValues.NEGATIVE) {
        ProblemKind kind =
            value == ColumnValues.NEGATIVE ? ProblemKind.NEGATIVE_AMOUNT : column.impossible();
        source.log().add(kind, column.name(), row.row());
        possible = false;
      }
    }
    return possible;
  }

  /** Whether the row has what it cannot be counted without; each that is missing is logged. */
  boolean isComplete(RowCursor row) {
    boolean complete = true;
    for (Column column : columns) {
      if (column.required()
          && column.codes().isEmpty()
          && row.value(column.index()) == ColumnValues.MISSING) {
        source.log().add(ProblemKind.MISSING_VALUE, column.name(), row.row());
        complete = false;
      }
    }
    return complete;
  }
}
