package se.samsyn.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;

/** How some tables over one input use its columns: that decides what is an axis of which kind. */
final class InputUse {
  private final List<CountedTable> tables;
  private final boolean persons;
  private final boolean oneDefinition;
  private final Set<String> single = new HashSet<>();
  private final Set<String> divided = new HashSet<>();
  private final Set<Set<String>> conditions = new HashSet<>();

  /**
   * @param tables over one input table, with one date column and one unit
   */
  InputUse(List<CountedTable> tables) {
    this.tables = List.copyOf(tables);
    persons = tables.get(0).definition().unit() == Unit.PERSONS;
    oneDefinition = tables.stream().map(CountedTable::definition).distinct().count() == 1;
    for (CountedTable table : tables) {
      Definition definition = table.definition();
      single.addAll(ColumnUse.dividing(definition, Dimension.Kind.SINGLE));
      divided.addAll(ColumnUse.dividing(definition));
      divided.addAll(ColumnUse.listed(definition));
    }
    for (CountedTable table : tables) {
      conditions.add(conditions(table));
      table.definition().collected().forEach(measure -> conditions.add(conditions(table, measure)));
    }
  }

  /**
   * The axis of a column's codes. A person has one class of a {@code single} dimension, and who
   * reads the tables takes it that the person's records say the same; of any other column a person
   * may have records with several codes.
   */
  String axis(String column) {
    return (isSeveral(column) ? "several " : "column ") + column;
  }

  private boolean isSeveral(String column) {
    return persons && !single.contains(column);
  }

  /** The axes along which a person may be in several classes. */
  Set<Axis> overlapping() {
    Set<Axis> overlapping = new HashSet<>();
    if (persons) {
      if (tables.stream().map(CountedTable::period).distinct().count() > 1) {
        overlapping.add(Axis.PERIOD);
      }
      divided.stream()
          .filter(this::isSeveral)
          .forEach(column -> overlapping.add(Axis.dimension(axis(column))));
    }
    return overlapping;
  }

  /**
   * Whether a measure's list of codes is a class of an axis: where another table is divided by the
   * column. Else it is a part of what is counted.
   */
  boolean isClass(Condition condition) {
    return condition instanceof Condition.In
        && !oneDefinition
        && divided.contains(condition.column());
  }

  /** What all records of the table meet, beyond lists of codes. */
  Set<String> conditions(CountedTable table) {
    return table.definition().where().stream()
        .filter(c -> !(c instanceof Condition.In))
        .map(c -> Comparison.inWords(c, table.period()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What all that the measure counts meets, beyond classes. */
  Set<String> conditions(CountedTable table, Measure.Collected measure) {
    Set<String> all = new TreeSet<>(conditions(table));
    if (measure instanceof Measure.Count count) {
      count.where().stream()
          .filter(c -> !isClass(c))
          .forEach(c -> all.add(Comparison.inWords(c, table.period())));
    }
    return all;
  }

  /**
   * The narrowest of the wider sets of conditions: who meets these meets those.
   *
   * @throws IllegalArgumentException if there are several, of different definitions: only one can
   *     be told
   */
  Optional<Set<String>> wider(Set<String> some) {
    List<Set<String>> wider = new ArrayList<>();
    conditions.stream()
        .filter(other -> other.size() < some.size() && some.containsAll(other))
        .sorted(Comparator.comparingInt(Set::size))
        .forEach(wider::add);
    for (int i = 1; i < wider.size(); i++) {
      if (!wider.get(i).containsAll(wider.get(i - 1))) {
        if (oneDefinition) {
          return Optional.of(conditions(tables.get(0)));
        }
        throw new IllegalArgumentException("the conditions of the tables cross");
      }
    }
    return wider.isEmpty() ? Optional.empty() : Optional.of(wider.get(wider.size() - 1));
  }
}
