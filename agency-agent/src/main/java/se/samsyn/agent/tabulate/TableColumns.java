package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.source.Needed;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;

/** Which columns of an input table a definition reads, and which codes it knows in them. */
public final class TableColumns {
  /** Where a stated count stands. */
  static final String COUNT = "count";

  /** Where age comes from. */
  static final String BIRTH_YEAR = "birth_year";

  /** Persons with a protected identity. */
  static final String PROTECTED_IDENTITY = "protected_identity";

  private final InputTable table;
  private final Map<String, Set<String>> codes = new LinkedHashMap<>();

  private TableColumns(InputTable table) {
    this.table = table;
  }

  /** The columns that {@code definition} needs of a source with this mapping. */
  public static List<Needed> of(Definition definition, InputTable table, Mapping mapping) {
    TableColumns columns = new TableColumns(table);
    for (InputTable.Column column : table.columns()) {
      boolean always =
          column.type() == Type.PERSON
              || (table.key().contains(column.name()) && column.required())
              || (column.name().equals(PROTECTED_IDENTITY)
                  && mapping.columns().containsKey(PROTECTED_IDENTITY));
      if (always) {
        columns.add(column.name(), List.of());
      }
    }
    definition.period().date().ifPresent(date -> columns.add(date, List.of()));
    definition.where().forEach(columns::add);
    for (Dimension dimension : definition.dimensions()) {
      if (dimension.by() instanceof ClassifiedBy.Column by) {
        columns.add(by.column(), dimension.leaves().stream().map(Code::code).toList());
      } else {
        columns.add(BIRTH_YEAR, List.of());
      }
    }
    for (Measure.Collected measure : definition.collected()) {
      if (measure instanceof Measure.Sum sum) {
        columns.add(sum.column(), List.of());
      } else if (measure instanceof Measure.Count count) {
        count.where().forEach(columns::add);
      }
    }
    if (definition.unit() == Unit.GIVEN) {
      columns.add(COUNT, List.of());
    }
    return columns.needed();
  }

  /** Every mapped column of a table, with the codes that any of {@code definitions} knows. */
  public static List<Needed> all(InputTable table, Mapping mapping, List<Definition> definitions) {
    TableColumns columns = new TableColumns(table);
    for (Definition definition : definitions) {
      for (Needed needed : of(definition, table, mapping)) {
        if (mapping.columns().containsKey(needed.column().name())) {
          columns.add(needed.column().name(), List.copyOf(needed.codes()));
        }
      }
    }
    for (InputTable.Column column : table.columns()) {
      if (column.required() || mapping.columns().containsKey(column.name())) {
        columns.add(column.name(), List.of());
      }
    }
    return columns.needed();
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.In in) {
      add(in.column(), in.codes());
    } else if (condition instanceof Condition.NotIn notIn) {
      add(notIn.column(), notIn.codes());
    } else {
      add(condition.column(), List.of());
    }
  }

  private void add(String column, List<String> known) {
    codes.computeIfAbsent(column, c -> new TreeSet<>()).addAll(known);
  }

  private List<Needed> needed() {
    List<Needed> needed = new ArrayList<>();
    codes.forEach(
        (name, known) -> {
          InputTable.Column column = table.column(name).orElseThrow();
          boolean coded = column.type() == Type.CODE || column.type() == Type.CODES;
          needed.add(new Needed(column, coded ? known : Set.of()));
        });
    return needed;
  }
}
