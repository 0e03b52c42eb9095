package se.samsyn.aggregator.coordinator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Column;
import se.samsyn.schemas.definition.InputTable.Type;

/**
 * The two fields of a condition on records: a column, and what it has to hold.
 *
 * @param prefix what the fields' names start with
 */
public record ConditionFields(String prefix) {
  private static final Set<Type> AMOUNTS = Set.of(Type.INTEGER, Type.AMOUNT);

  public String column() {
    return prefix + "-column";
  }

  public String holds() {
    return prefix + "-holds";
  }

  boolean isFilledIn(FilledForm form) {
    return !form.value(column()).isEmpty() || !form.value(holds()).isEmpty();
  }

  /**
   * A list of codes for a column of codes, {@code from-to} for one of numbers; empty where there is
   * none, or where {@code form} now says what is wrong.
   */
  Optional<Condition> read(FilledForm form, InputTable table) {
    Optional<Column> column = table.column(form.value(column()));
    if (column.isEmpty()) {
      if (isFilledIn(form)) {
        form.refuse(column(), "coordinator.form.choose");
      }
      return Optional.empty();
    }
    return form.read(
        holds(), text -> condition(column.get(), text), "coordinator.define.holds.wrong");
  }

  private static Condition condition(Column column, String text) {
    if (AMOUNTS.contains(column.type())) {
      String[] ends = text.split("\\s*[-–]\\s*", 2);
      return new Condition.Between(column.name(), Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }
    List<String> known = column.type() == Type.BOOLEAN ? List.of("true", "false") : column.codes();
    List<String> codes =
        Arrays.stream(text.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
    if (codes.isEmpty() || !(known.isEmpty() || known.containsAll(codes))) {
      throw new IllegalArgumentException("no such code");
    }
    return new Condition.In(column.name(), codes);
  }
}
