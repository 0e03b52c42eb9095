package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.sealed.SealedView;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;

/**
 * One definition's joint table with the same indicator's other closed periods.
 *
 * @param now the table of this collection
 * @param periods all closed ones, earliest first, {@code now} among them
 * @param longer the same counted over longer periods that {@code now}'s is part of: persons of two
 *     terms do not add up, so a school year has a definition of its own
 */
public record Indicator(Cube now, List<Cube> periods, List<Cube> longer) {
  private static final int MOST_COLUMNS = 4;
  private static final DimensionId SEX = new DimensionId("sex");

  public Indicator {
    periods = List.copyOf(periods);
    longer = List.copyOf(longer);
  }

  public Indicator(Cube now, List<Cube> periods) {
    this(now, periods, List.of());
  }

  Definition definition() {
    return now.definition();
  }

  /** The count that the table is about: its first. */
  Pick count() {
    return Pick.total(now, definition().collected().get(0));
  }

  /** What best says how things are: a share where there is one, else the count. */
  Pick headline() {
    return definition().measures().stream()
        .filter(Measure.Ratio.class::isInstance)
        .findFirst()
        .map(m -> Pick.total(now, m))
        .orElse(count());
  }

  /** Whether its numbers are of a sealed collection, which opens what is safe and no more. */
  public boolean isSealed() {
    return now.table().manifest().sealed().isPresent();
  }

  /** Sex, where the whole is told by it. */
  Optional<Dimension> sex() {
    return dimension(SEX).filter(d -> isToldBy(d, List.of(now)));
  }

  /** Whether all classes of a dimension are told in {@code cubes}; always in an open collection. */
  boolean isToldBy(Dimension dimension, List<Cube> cubes) {
    return cubes.stream()
        .filter(c -> c.table().manifest().sealed().isPresent())
        .map(c -> SealedView.of(c, count().measure()).classes(Code.TOTAL, dimension))
        .allMatch(classes -> classes.size() == dimension.leaves().size());
  }

  Optional<Dimension> dimension(DimensionId id) {
    return definition().dimensions().stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** As many of the last periods as a table has room for beside each other. */
  List<Cube> latestPeriods() {
    return periods.subList(Math.max(0, periods.size() - MOST_COLUMNS), periods.size());
  }

  /** The same indicator in the period before this one, where it was collected. */
  Optional<Cube> before() {
    int here = periods.indexOf(now);
    return here > 0 ? Optional.of(periods.get(here - 1)) : Optional.empty();
  }

  /** The first period that was collected: how things were then. */
  Optional<Cube> baseline() {
    return periods.indexOf(now) > 1 ? Optional.of(periods.get(0)) : Optional.empty();
  }
}
