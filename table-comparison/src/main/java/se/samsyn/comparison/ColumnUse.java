package se.samsyn.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;

/** Which columns a definition uses, and for what. */
final class ColumnUse {
  private ColumnUse() {}

  /** The columns by which a dimension of this kind divides. */
  static Set<String> dividing(Definition definition, Dimension.Kind kind) {
    return definition.dimensions().stream()
        .filter(d -> d.kind() == kind)
        .filter(d -> d.by() instanceof ClassifiedBy.Column)
        .map(d -> ((ClassifiedBy.Column) d.by()).column())
        .collect(Collectors.toSet());
  }

  /** The columns by which any dimension divides. */
  static Set<String> dividing(Definition definition) {
    Set<String> all = new HashSet<>(dividing(definition, Dimension.Kind.SINGLE));
    all.addAll(dividing(definition, Dimension.Kind.MULTIPLE));
    return all;
  }

  /** Those of them that are divided into bands of numbers. */
  static Set<String> banded(Definition definition) {
    return definition.dimensions().stream()
        .filter(Dimension::isBanded)
        .filter(d -> d.by() instanceof ClassifiedBy.Column)
        .map(d -> ((ClassifiedBy.Column) d.by()).column())
        .collect(Collectors.toSet());
  }

  /** The columns of which all records have one of some codes. */
  static Set<String> listed(Definition definition) {
    return lists(definition.where().stream());
  }

  /** The columns by whose codes a measure filters. */
  static Set<String> filtering(Definition definition) {
    return lists(measureConditions(definition));
  }

  /** All conditions, of the definition and of its measures, that are not lists of codes. */
  static List<Condition> others(Definition definition) {
    return Stream.concat(definition.where().stream(), measureConditions(definition))
        .filter(c -> !(c instanceof Condition.In))
        .toList();
  }

  private static Stream<Condition> measureConditions(Definition definition) {
    return definition.collected().stream()
        .filter(Measure.Count.class::isInstance)
        .flatMap(m -> ((Measure.Count) m).where().stream());
  }

  private static Set<String> lists(Stream<Condition> conditions) {
    return conditions
        .filter(Condition.In.class::isInstance)
        .map(Condition::column)
        .collect(Collectors.toSet());
  }
}
