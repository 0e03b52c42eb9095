package se.samsyn.aggregator.release.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Unit;

/**
 * What the records of a table are told apart by, in names that mean the same in every definition
 * over the same input table: a column and its values, or age in whole years at a day. So a class of
 * one definition can be compared with a class of another.
 *
 * <p>A person has one class of a {@code single} dimension, that of the first record, but may have
 * records of many: so the values that a person has records of are another axis than the class.
 */
final class RecordClasses {
  /** More whole numbers than this are not told apart one by one. */
  private static final long MOST_NUMBERS = 400;

  private final Definition definition;
  private final Period period;

  RecordClasses(Definition definition, Period period) {
    this.definition = definition;
    this.period = period;
  }

  /** The axes along which one person may have several classes. */
  static Set<String> severalIn(Definition definition) {
    RecordClasses classes = new RecordClasses(definition, null);
    Set<String> several = new HashSet<>();
    if (definition.unit() == Unit.PERSONS) {
      definition.where().stream()
          .filter(Condition.In.class::isInstance)
          .forEach(c -> several.add(classes.column(c.column(), true)));
      definition.dimensions().stream()
          .filter(d -> d.kind() == Dimension.Kind.MULTIPLE)
          .filter(d -> d.by() instanceof ClassifiedBy.Column)
          .forEach(d -> several.add(classes.axis(d)));
    }
    return several;
  }

  /** The name of what the dimension tells apart. */
  String axis(Dimension dimension) {
    String base =
        dimension.by() instanceof ClassifiedBy.Age age
            ? "age at " + (age.age() == ClassifiedBy.AgeAt.PERIOD_START ? period.start() : "record")
            : column(
                ((ClassifiedBy.Column) dimension.by()).column(),
                dimension.kind() == Dimension.Kind.MULTIPLE);
    return isSplit(dimension)
        ? base
        : base + " by " + dimension.leaves().stream().map(Code::code).toList();
  }

  /**
   * The finest classes of a cell per axis: also those that the definition's filter and the lists of
   * classes leave, since records of other classes are not in the table.
   *
   * @param nodes one code per dimension
   * @return empty when no record can be in it
   */
  Optional<Map<String, Set<String>>> of(List<String> nodes) {
    Map<String, Set<String>> classes = new HashMap<>();
    for (Condition condition : definition.where()) {
      if (condition instanceof Condition.In in) {
        classes.merge(column(in.column(), true), Set.copyOf(in.codes()), RecordClasses::both);
      }
    }
    for (int d = 0; d < nodes.size(); d++) {
      Dimension dimension = definition.dimensions().get(d);
      classes.merge(axis(dimension), below(dimension, nodes.get(d)), RecordClasses::both);
    }
    return classes.values().stream().anyMatch(Set::isEmpty)
        ? Optional.empty()
        : Optional.of(classes);
  }

  /** The finest classes below a code of the dimension. */
  Set<String> below(Dimension dimension, String node) {
    List<Code> leaves =
        dimension
            .find(node)
            .map(code -> code.preorder().filter(Code::isLeaf).toList())
            .orElseGet(dimension::leaves);
    return leaves.stream()
        .flatMap(leaf -> finest(dimension, leaf).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The conditions that are not a list of codes: they are part of what is counted. */
  static String otherConditions(Definition definition) {
    return definition.where().stream()
        .filter(c -> !(c instanceof Condition.In))
        .map(Condition::toString)
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private String column(String column, boolean several) {
    return (several && definition.unit() == Unit.PERSONS ? "several " : "column ") + column;
  }

  private static List<String> finest(Dimension dimension, Code leaf) {
    if (leaf.band().isEmpty() || !isSplit(dimension)) {
      return List.of(leaf.code());
    }
    Code.Band band = leaf.band().get();
    return LongStream.rangeClosed(band.from(), band.to()).mapToObj(Long::toString).toList();
  }

  private static boolean isSplit(Dimension dimension) {
    return !dimension.isBanded()
        || dimension.leaves().stream()
                .flatMap(leaf -> leaf.band().stream())
                .mapToLong(band -> Math.min(band.to() - band.from(), MOST_NUMBERS) + 1)
                .sum()
            <= MOST_NUMBERS;
  }

  private static Set<String> both(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }
}
