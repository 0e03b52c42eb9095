package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Unit;

/** Fills the cells of a table while persons come by. */
final class Counting {
  private final Definition definition;
  private final Shape shape;
  private final List<Measure.Count> filtered;
  private final List<Measure.Sum> sums;
  private final DistinctPersons persons;
  private final List<DistinctPersons> filteredPersons = new ArrayList<>();
  private final Amounts rows;
  private final List<Amounts> filteredRows = new ArrayList<>();
  private final List<Amounts> amounts = new ArrayList<>();
  private final List<LargestContributions> largest = new ArrayList<>();
  private final long[] conflicts;
  private int[] subset = new int[16];

  Counting(Definition definition, Shape shape) {
    this.definition = definition;
    this.shape = shape;
    this.filtered = filtered(definition);
    this.sums = sums(definition);
    this.conflicts = new long[shape.dimensions()];
    boolean[] mayRepeat = new boolean[shape.dimensions()];
    for (int d = 0; d < mayRepeat.length; d++) {
      mayRepeat[d] =
          definition.unit() == Unit.EVENTS
              || shape.space().dimensions().get(d).kind() == Dimension.Kind.MULTIPLE;
    }
    this.persons = new DistinctPersons(shape, mayRepeat);
    this.rows = new Amounts(shape);
    for (int f = 0; f < filtered.size(); f++) {
      filteredPersons.add(new DistinctPersons(shape, mayRepeat));
      filteredRows.add(new Amounts(shape));
    }
    Optional<ProtectionPolicy.Dominance> dominance = definition.protection().dominance();
    for (int s = 0; s < sums.size(); s++) {
      amounts.add(new Amounts(shape));
      dominance.ifPresent(d -> largest.add(new LargestContributions(shape, d.contributors())));
    }
  }

  /** The counts that have conditions of their own, in order: their filters. */
  static List<Measure.Count> filtered(Definition definition) {
    return definition.collected().stream()
        .filter(Measure.Count.class::isInstance)
        .map(Measure.Count.class::cast)
        .filter(c -> !c.where().isEmpty())
        .toList();
  }

  static List<Measure.Sum> sums(Definition definition) {
    return definition.collected().stream()
        .filter(Measure.Sum.class::isInstance)
        .map(Measure.Sum.class::cast)
        .toList();
  }

  /** A person with all their records of the period. */
  void person(PersonRecords records) {
    if (definition.unit() == Unit.PERSONS) {
      for (int d = 0; d < conflicts.length; d++) {
        if (shape.space().dimensions().get(d).kind() == Dimension.Kind.SINGLE
            && records.takeFirstClass(d)) {
          conflicts[d]++;
        }
      }
    }
    persons.add(records.classes(), records.count());
    for (int i = 0; i < records.count(); i++) {
      int cell = cell(records, i);
      if (definition.unit() == Unit.EVENTS) {
        rows.add(cell, 1);
      }
      for (int f = 0; f < filtered.size() && definition.unit() == Unit.EVENTS; f++) {
        if ((records.filters(i) >> f & 1) == 1) {
          filteredRows.get(f).add(cell, 1);
        }
      }
      addAmounts(records, i, cell);
    }
    largest.forEach(LargestContributions::endPerson);
    for (int f = 0; f < filtered.size(); f++) {
      int n = subset(records, f);
      if (n > 0) {
        filteredPersons.get(f).add(subset, n);
      }
    }
  }

  /** A row that states how many persons it stands for. */
  void given(PersonRecords records, long count) {
    int cell = cell(records, 0);
    rows.add(cell, count);
    for (int f = 0; f < filtered.size(); f++) {
      if ((records.filters(0) >> f & 1) == 1) {
        filteredRows.get(f).add(cell, count);
      }
    }
    addAmounts(records, 0, cell);
  }

  private void addAmounts(PersonRecords records, int i, int cell) {
    for (int s = 0; s < sums.size(); s++) {
      long amount = records.amount(i, s);
      amounts.get(s).add(cell, amount);
      if (!largest.isEmpty()) {
        largest.get(s).add(records.classes(), i * shape.dimensions(), amount);
      }
    }
  }

  private int cell(PersonRecords records, int i) {
    int cell = 0;
    for (int d = 0; d < shape.dimensions(); d++) {
      cell += records.classOf(i, d) * shape.stride(d);
    }
    return cell;
  }

  private int subset(PersonRecords records, int f) {
    int dimensions = shape.dimensions();
    if (subset.length < records.count() * dimensions) {
      subset = Arrays.copyOf(subset, 2 * records.count() * dimensions);
    }
    int n = 0;
    for (int i = 0; i < records.count(); i++) {
      if ((records.filters(i) >> f & 1) == 1) {
        System.arraycopy(records.classes(), i * dimensions, subset, n * dimensions, dimensions);
        n++;
      }
    }
    return n;
  }

  /** Persons whose records say different classes of a dimension in which a person has one. */
  long conflicts(int d) {
    return conflicts[d];
  }

  /** All measures; nothing may be added after. */
  List<RawMeasure> measures() {
    boolean given = definition.unit() == Unit.GIVEN;
    long[] stated = given || definition.unit() == Unit.EVENTS ? rows.sums() : null;
    long[] counted = given ? stated : persons.counts();
    List<RawMeasure> measures = new ArrayList<>();
    for (Measure.Collected measure : definition.collected()) {
      if (measure instanceof Measure.Sum sum) {
        int s = sums.indexOf(sum);
        Optional<long[]> top =
            largest.isEmpty() ? Optional.empty() : Optional.of(largest.get(s).together());
        measures.add(new RawMeasure(sum, amounts.get(s).sums(), counted, top));
      } else {
        int f = filtered.indexOf(measure);
        long[] values = stated;
        long[] behind = counted;
        if (f >= 0) {
          values = definition.unit() == Unit.PERSONS ? null : filteredRows.get(f).sums();
          behind = given ? values : filteredPersons.get(f).counts();
        }
        measures.add(
            new RawMeasure(measure, values == null ? behind : values, behind, Optional.empty()));
      }
    }
    return measures;
  }
}
