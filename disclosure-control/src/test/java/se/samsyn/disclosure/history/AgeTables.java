package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Counts by age, in whatever age groups; an age is an atom. The total comes first. */
final class AgeTables {
  static final MinimumFrequency RULE = new MinimumFrequency(5);

  private AgeTables() {}

  /**
   * @param counts by age
   * @param starts the first age of each group; the first one is 0
   */
  static Grouping grouped(long[] counts, int... starts) {
    int size = starts.length + 1;
    List<Optional<Footprint>> footprints = new ArrayList<>();
    footprints.add(Optional.of(ages(0, counts.length)));
    for (int group = 0; group < starts.length; group++) {
      int end = group + 1 < starts.length ? starts[group + 1] : counts.length;
      footprints.add(Optional.of(ages(starts[group], end)));
    }
    long[] values =
        footprints.stream().mapToLong(footprint -> value(counts, footprint.get())).toArray();
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[size];
    Arrays.fill(costs, 1);
    costs[0] = 3;
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.OPTIONAL);
    List<Relation> relations = List.of(Relation.sum(0, IntStream.range(1, size).toArray()));
    return new Grouping(
        new Table(
            new TableSpace(new long[size], upper, relations),
            values,
            costs,
            publication,
            IntStream.range(0, size).toArray()),
        footprints);
  }

  static Footprint ages(int from, int to) {
    BitSet ages = new BitSet();
    ages.set(from, to);
    return new Footprint("persons", ages);
  }

  static long value(long[] counts, Footprint footprint) {
    return footprint.atoms().stream().mapToLong(age -> counts[age]).sum();
  }

  static List<Demand> demands(Table table) {
    return IntStream.range(0, table.size())
        .filter(cell -> RULE.isUnsafe(table.value(cell)))
        .mapToObj(cell -> Demand.of(cell, RULE.forPersons(table.value(cell))))
        .toList();
  }

  static FinerGroups finer(long[] counts) {
    return FinerGroups.counts(group -> value(counts, group), RULE);
  }
}
