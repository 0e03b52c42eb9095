package se.samsyn.schemas.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.InputTable.Type;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;

/**
 * Whether a definition can be made from its input table: every column it names is there and of a
 * kind that fits.
 */
public final class DefinitionCheck {
  private final Definition definition;
  private final InputTable table;
  private final List<String> findings = new ArrayList<>();

  private DefinitionCheck(Definition definition, InputTable table) {
    this.definition = definition;
    this.table = table;
  }

  /**
   * All that is wrong, in words; empty when it fits. {@code table} is null when there is no such
   * table.
   */
  public static List<String> againstTable(Definition definition, InputTable table) {
    if (table == null) {
      return List.of("there is no input table " + definition.table());
    }
    DefinitionCheck check = new DefinitionCheck(definition, table);
    check.run();
    return List.copyOf(check.findings);
  }

  private void run() {
    definition.period().date().ifPresent(c -> require(c, "period", Set.of(Type.DATE, Type.PERIOD)));
    definition.where().forEach(this::requireCondition);
    for (Dimension dimension : definition.dimensions()) {
      if (dimension.by() instanceof ClassifiedBy.Column by) {
        require(
            by.column(),
            "dimension " + dimension.id(),
            dimension.isBanded()
                ? Set.of(Type.INTEGER, Type.AMOUNT)
                : Set.of(Type.CODE, Type.CODES, Type.BOOLEAN));
        if (dimension.kind() == Dimension.Kind.SINGLE
            && table.column(by.column()).filter(c -> c.type() == Type.CODES).isPresent()) {
          findings.add(
              "dimension " + dimension.id() + " is single, but its column holds several codes");
        }
      } else if (table.column("birth_year").isEmpty()) {
        findings.add("dimension " + dimension.id() + " needs the column birth_year");
      }
    }
    for (Measure.Collected measure : definition.collected()) {
      if (measure instanceof Measure.Sum sum) {
        require(sum.column(), "measure " + sum.id(), Set.of(Type.INTEGER, Type.AMOUNT));
      } else if (measure instanceof Measure.Count count) {
        count.where().forEach(this::requireCondition);
      }
    }
    requireUnit();
  }

  private void requireUnit() {
    boolean given = definition.unit() == Unit.GIVEN;
    if (given && table.column("count").filter(c -> c.type() == Type.INTEGER).isEmpty()) {
      findings.add("unit given needs a column count of whole numbers");
    }
    if (definition.unit() == Unit.PERSONS && !table.isIndividual()) {
      findings.add("unit persons needs a column that holds the person");
    }
  }

  private void requireCondition(Condition condition) {
    Set<Type> fitting =
        switch (condition.getClass().getSimpleName()) {
          case "Between" -> Set.of(Type.INTEGER, Type.AMOUNT);
          case "InPeriod" -> Set.of(Type.DATE, Type.PERIOD);
          case "In", "NotIn" -> Set.of(Type.CODE, Type.CODES, Type.BOOLEAN);
          default -> Set.of(Type.values());
        };
    require(condition.column(), "condition", fitting);
  }

  private void require(String column, String where, Set<Type> fitting) {
    var found = table.column(column);
    if (found.isEmpty()) {
      findings.add(where + ": table " + table.id() + " has no column " + column);
    } else if (!fitting.contains(found.get().type())) {
      findings.add(where + ": column " + column + " is of a kind that does not fit");
    }
  }
}
