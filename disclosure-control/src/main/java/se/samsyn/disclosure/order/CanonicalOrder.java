package se.samsyn.disclosure.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A table with its cells in the order of their labels. Where patterns cost the same, a method takes
 * the one that it meets first; a table that is sorted before gets the same pattern in whatever
 * order its cells and relations are listed. Without labels that cannot be had: cells alike in all
 * else can only be told apart by their names.
 */
public final class CanonicalOrder {
  private static final Comparator<Demand> BY_CELL =
      Comparator.comparingInt(Demand::cell)
          .thenComparing(demand -> demand.attacker().knows().toString())
          .thenComparingLong(demand -> demand.requirement().lowerAtMost())
          .thenComparingLong(demand -> demand.requirement().upperAtLeast())
          .thenComparingLong(demand -> demand.requirement().width());

  private final Table original;
  private final Table sorted;

  /** The original cell at each sorted place, and the other way round. */
  private final int[] cellAt;

  private final int[] placeOf;

  private CanonicalOrder(Table original, List<String> labels) {
    this.original = original;
    if (labels.size() != original.size() || new HashSet<>(labels).size() != labels.size()) {
      throw new IllegalArgumentException("one label per cell is needed, all of them different");
    }
    // Numbers as labels are sorted as numbers.
    this.cellAt =
        IntStream.range(0, labels.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer cell) -> labels.get(cell).length())
                    .thenComparing(labels::get))
            .mapToInt(cell -> cell)
            .toArray();
    this.placeOf = new int[cellAt.length];
    for (int place = 0; place < cellAt.length; place++) {
      placeOf[cellAt[place]] = place;
    }
    this.sorted = sort();
  }

  /**
   * @param labels of the cells, all of them different, such as their codes
   */
  public static CanonicalOrder of(Table table, List<String> labels) {
    return new CanonicalOrder(table, List.copyOf(labels));
  }

  /** The table in the order of its labels. */
  public Table table() {
    return sorted;
  }

  /** Demands on the original table as demands on the sorted one. */
  public List<Demand> demands(Collection<Demand> some) {
    return some.stream()
        .map(
            demand ->
                new Demand(
                    placeOf[demand.cell()],
                    moved(demand.attacker(), placeOf),
                    demand.requirement()))
        .sorted(BY_CELL)
        .toList();
  }

  /** A pattern of the sorted table as one of the original. */
  public Protection restored(Protection protection) {
    BitSet hidden = moved(protection.hidden());
    Certificate certificate = protection.certificate();
    return new Protection(
        original,
        hidden,
        new Certificate(
            moved(certificate.hidden()),
            certificate.deviations().stream().map(this::restored).toList(),
            certificate.claims().stream().map(this::restored).toList()));
  }

  private Claim restored(Claim claim) {
    return new Claim(
        cellAt[claim.cell()],
        moved(claim.attacker(), cellAt),
        claim.requirement(),
        claim.high(),
        claim.low());
  }

  private Deviation restored(Deviation deviation) {
    int[] cells = Arrays.stream(deviation.cells()).map(place -> cellAt[place]).sorted().toArray();
    return new Deviation(
        cells, Arrays.stream(cells).mapToLong(cell -> deviation.at(placeOf[cell])).toArray());
  }

  private BitSet moved(BitSet places) {
    BitSet cells = new BitSet();
    places.stream().forEach(place -> cells.set(cellAt[place]));
    return cells;
  }

  private static Attacker moved(Attacker attacker, int[] to) {
    return new Attacker(attacker.knows().stream().map(cell -> to[cell]).sorted().toList());
  }

  private Table sort() {
    int size = original.size();
    long[] values = new long[size];
    long[] lower = new long[size];
    long[] upper = new long[size];
    double[] costs = new double[size];
    Publication[] publication = new Publication[size];
    int[] bundles = new int[size];
    Map<Integer, Integer> bundleNumbers = new HashMap<>();
    for (int place = 0; place < size; place++) {
      int cell = cellAt[place];
      values[place] = original.value(cell);
      lower[place] = original.space().lower(cell);
      upper[place] = original.space().upper(cell);
      costs[place] = original.cost(cell);
      publication[place] = original.publication(cell);
      bundles[place] =
          bundleNumbers.computeIfAbsent(original.bundle(cell), b -> bundleNumbers.size());
    }
    List<Relation> relations = new ArrayList<>();
    for (Relation relation : original.space().relations()) {
      relations.add(sorted(relation));
    }
    relations.sort(
        Comparator.comparing(Relation::cells, Arrays::compare)
            .thenComparing(Relation::coefficients, Arrays::compare)
            .thenComparingLong(Relation::constant));
    return new Table(new TableSpace(lower, upper, relations), values, costs, publication, bundles);
  }

  private Relation sorted(Relation relation) {
    int[] order =
        IntStream.range(0, relation.cells().length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> placeOf[relation.cells()[i]]))
            .mapToInt(i -> i)
            .toArray();
    return new Relation(
        Arrays.stream(order).map(i -> placeOf[relation.cells()[i]]).toArray(),
        Arrays.stream(order).mapToLong(i -> relation.coefficients()[i]).toArray(),
        relation.constant());
  }
}
