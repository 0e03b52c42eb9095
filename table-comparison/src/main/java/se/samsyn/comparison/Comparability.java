package se.samsyn.comparison;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;

/**
 * Whether all that two tables say of each other can be reckoned. Where an onlooker may know a
 * relation that {@link Comparison} does not tell the engine, the answer is no.
 */
public final class Comparability {
  private Comparability() {}

  /** What stands in the way between any two of these tables; empty if nothing does. */
  public static Optional<Hindrance> among(List<CountedTable> tables) {
    for (int i = 0; i < tables.size(); i++) {
      for (int j = 0; j < i; j++) {
        Optional<Hindrance> found = between(tables.get(i), tables.get(j));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What stands in the way of two tables over the same input; nothing if they are the same. */
  public static Optional<Hindrance> between(CountedTable a, CountedTable b) {
    if (a.equals(b) || !sameInput(a.definition(), b.definition())) {
      return Optional.empty();
    }
    return either(a, b, Comparability::countsEvents, Hindrance.EVENTS)
        .or(() -> found(a.definition().unit() != b.definition().unit(), Hindrance.UNITS))
        .or(() -> either(a, b, Comparability::hasOtherRules, Hindrance.RULES))
        .or(() -> found(dominatedSums(a.definition(), b.definition()), Hindrance.RULES))
        .or(
            () ->
                a.period().equals(b.period())
                        && a.definition().where().equals(b.definition().where())
                    ? Optional.empty()
                    : either(a, b, Comparability::agesAtRecord, Hindrance.AGE_AT_RECORD))
        .or(() -> found(severalClasses(a, b), Hindrance.SEVERAL_CLASSES))
        .or(() -> found(severalClasses(b, a), Hindrance.SEVERAL_CLASSES))
        .or(() -> either(a, b, Comparability::filtersOwnClasses, Hindrance.CONDITIONS))
        .or(() -> found(conditionsMeetClasses(a, b), Hindrance.CONDITIONS))
        .or(() -> found(conditionsMeetClasses(b, a), Hindrance.CONDITIONS))
        .or(() -> found(otherConditions(a, b), Hindrance.CONDITIONS))
        .or(() -> found(otherAmounts(a.definition(), b.definition()), Hindrance.AMOUNTS));
  }

  /** With another date column no cell of the one is a sum of cells of the other. */
  private static boolean sameInput(Definition a, Definition b) {
    return a.table().equals(b.table()) && a.period().date().equals(b.period().date());
  }

  private static boolean countsEvents(Definition definition) {
    return definition.unit() == Unit.EVENTS;
  }

  private static boolean hasOtherRules(Definition definition) {
    ProtectionPolicy policy = definition.protection();
    return policy.zeros() == Zeros.HIDDEN || policy.groupDisclosure();
  }

  private static boolean dominatedSums(Definition a, Definition b) {
    return (a.protection().dominance().isPresent() || b.protection().dominance().isPresent())
        && meet(sums(a), sums(b));
  }

  private static boolean agesAtRecord(Definition definition) {
    return definition.dimensions().stream()
        .anyMatch(
            d ->
                d.by() instanceof ClassifiedBy.Age age
                    && age.age() == ClassifiedBy.AgeAt.RECORD_DATE);
  }

  private static boolean severalClasses(CountedTable a, CountedTable b) {
    return meet(
        ColumnUse.dividing(a.definition(), Dimension.Kind.SINGLE),
        ColumnUse.dividing(b.definition(), Dimension.Kind.MULTIPLE));
  }

  /** A class and a filter by the same column: whether one record meets both is not told. */
  private static boolean filtersOwnClasses(Definition definition) {
    return meet(ColumnUse.filtering(definition), ColumnUse.dividing(definition));
  }

  private static boolean conditionsMeetClasses(CountedTable a, CountedTable b) {
    Set<String> lists = new HashSet<>(ColumnUse.listed(b.definition()));
    lists.addAll(ColumnUse.filtering(b.definition()));
    Set<String> classes = new HashSet<>(ColumnUse.dividing(b.definition()));
    classes.addAll(lists);
    Set<String> conditions =
        ColumnUse.others(a.definition()).stream()
            .map(Condition::column)
            .collect(Collectors.toSet());
    return meet(conditions, classes) || meet(ColumnUse.banded(a.definition()), lists);
  }

  /** Different conditions on one column, which may well imply each other. */
  private static boolean otherConditions(CountedTable a, CountedTable b) {
    return ColumnUse.others(a.definition()).stream()
        .map(Condition::column)
        .distinct()
        .anyMatch(
            column -> {
              Set<String> mine = on(column, a);
              Set<String> others = on(column, b);
              return !others.isEmpty() && !mine.equals(others);
            });
  }

  private static Set<String> on(String column, CountedTable table) {
    return ColumnUse.others(table.definition()).stream()
        .filter(c -> c.column().equals(column))
        .map(c -> Comparison.inWords(c, table.period()))
        .collect(Collectors.toSet());
  }

  private static boolean otherAmounts(Definition a, Definition b) {
    return meet(sums(a), sums(b))
        && (!conditions(a).equals(conditions(b))
            || Stream.of(a, b)
                .anyMatch(d -> !ColumnUse.dividing(d, Dimension.Kind.MULTIPLE).isEmpty()));
  }

  private static Set<Condition> conditions(Definition definition) {
    return definition.where().stream()
        .filter(c -> !(c instanceof Condition.In))
        .collect(Collectors.toSet());
  }

  private static Set<String> sums(Definition definition) {
    return definition.collected().stream()
        .filter(Measure.Sum.class::isInstance)
        .map(m -> ((Measure.Sum) m).column())
        .collect(Collectors.toSet());
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    return !Collections.disjoint(a, b);
  }

  private static Optional<Hindrance> either(
      CountedTable a, CountedTable b, Predicate<Definition> test, Hindrance hindrance) {
    return found(test.test(a.definition()) || test.test(b.definition()), hindrance);
  }

  private static Optional<Hindrance> found(boolean is, Hindrance hindrance) {
    return is ? Optional.of(hindrance) : Optional.empty();
  }
}
