package se.samsyn.disclosure.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Tables of sums that are linked by shared cells: places in several hierarchies, by sex. */
record RandomTables(Table table, List<Demand> demands) {
  private static final MinimumFrequency RULE = new MinimumFrequency(3);

  /**
   * @param scale what all values are multiplied by: 1 for counts
   */
  static RandomTables linked(long seed, long scale) {
    Random random = new Random(seed);
    int places = 3 + random.nextInt(5);
    Set<Set<Integer>> areas = new LinkedHashSet<>();
    Map<Set<Integer>, List<List<Set<Integer>>>> splits = new HashMap<>();
    Set<Integer> all = new TreeSet<>(IntStream.range(0, places).boxed().toList());
    for (int hierarchy = 0; hierarchy < 1 + random.nextInt(3); hierarchy++) {
      split(all, random, areas, splits);
    }
    List<Set<Integer>> rows = List.copyOf(areas);
    int size = 3 * rows.size();
    long[] values = new long[size];
    for (int place = 0; place < places; place++) {
      for (int sex = 1; sex < 3; sex++) {
        long value = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 4 : 12);
        for (int row = 0; row < rows.size(); row++) {
          if (rows.get(row).contains(place)) {
            values[3 * row + sex] += value * scale;
            values[3 * row] += value * scale;
          }
        }
      }
    }
    List<Relation> relations = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      relations.add(Relation.sum(3 * row, 3 * row + 1, 3 * row + 2));
      for (List<Set<Integer>> parts : splits.getOrDefault(rows.get(row), List.of())) {
        for (int sex = 0; sex < 3; sex++) {
          int column = sex;
          relations.add(
              Relation.sum(
                  3 * row + sex,
                  parts.stream().mapToInt(part -> 3 * rows.indexOf(part) + column).toArray()));
        }
      }
    }
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[size];
    Arrays.setAll(costs, cell -> 1 + Math.log1p(values[cell]));
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.OPTIONAL);
    Table table =
        new Table(
            new TableSpace(new long[size], upper, relations),
            values,
            costs,
            publication,
            IntStream.range(0, size).toArray());
    return new RandomTables(table, demands(table, scale));
  }

  /** The same table with its cells and relations in another order, and where each cell went. */
  record Shuffled(RandomTables tables, int[] places) {}

  Shuffled shuffled(long seed) {
    Random random = new Random(seed);
    int size = table.size();
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, random);
    int[] places = order.stream().mapToInt(place -> place).toArray();
    long[] values = new long[size];
    long[] upper = new long[size];
    double[] costs = new double[size];
    Publication[] publication = new Publication[size];
    for (int cell = 0; cell < size; cell++) {
      values[places[cell]] = table.value(cell);
      upper[places[cell]] = table.space().upper(cell);
      costs[places[cell]] = table.cost(cell);
      publication[places[cell]] = table.publication(cell);
    }
    List<Relation> relations = new ArrayList<>();
    for (Relation relation : table.space().relations()) {
      relations.add(
          new Relation(
              Arrays.stream(relation.cells()).map(cell -> places[cell]).toArray(),
              relation.coefficients(),
              relation.constant()));
    }
    Collections.shuffle(relations, random);
    Table moved =
        new Table(
            new TableSpace(new long[size], upper, relations),
            values,
            costs,
            publication,
            IntStream.range(0, size).toArray());
    List<Demand> movedDemands = new ArrayList<>();
    demands.forEach(
        demand -> movedDemands.add(Demand.of(places[demand.cell()], demand.requirement())));
    Collections.shuffle(movedDemands, random);
    return new Shuffled(new RandomTables(moved, movedDemands), places);
  }

  private static List<Demand> demands(Table table, long scale) {
    List<Demand> demands = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      long value = table.value(cell);
      if (scale == 1 && RULE.isUnsafe(value)) {
        demands.add(Demand.of(cell, RULE.forPersons(value)));
      } else if (scale > 1 && value > 0 && value < 3 * scale) {
        demands.add(Demand.of(cell, RULE.forAmount(value)));
      }
    }
    return demands;
  }

  private static void split(
      Set<Integer> area,
      Random random,
      Set<Set<Integer>> areas,
      Map<Set<Integer>, List<List<Set<Integer>>>> splits) {
    areas.add(area);
    if (area.size() == 1) {
      return;
    }
    List<Set<Integer>> parts = new ArrayList<>();
    int count = 2 + random.nextInt(area.size() - 1);
    for (int part = 0; part < count; part++) {
      parts.add(new TreeSet<>());
    }
    area.forEach(place -> parts.get(random.nextInt(count)).add(place));
    parts.removeIf(Set::isEmpty);
    if (parts.size() == 1) {
      parts.clear();
      area.forEach(place -> parts.add(new TreeSet<>(Set.of(place))));
    }
    splits.computeIfAbsent(area, a -> new ArrayList<>()).add(parts);
    parts.forEach(part -> split(part, random, areas, splits));
  }
}
