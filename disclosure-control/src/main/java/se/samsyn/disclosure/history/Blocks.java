package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Relation;

/**
 * Relates cells that group the same atoms differently. Atoms that every cell holds or leaves
 * together are one block; blocks are the finest thing that all releases together can tell apart.
 * Each cell that is no block gets one relation that makes it the sum of smaller ones, unless it has
 * such a relation already: from these follows everything that the groupings imply.
 */
final class Blocks {
  private final Map<Footprint, Integer> cells;
  private final Map<Integer, Footprint> footprints = new HashMap<>();
  private final BitSet summed = new BitSet();

  Blocks(Map<Footprint, Integer> cells, List<Relation> relations) {
    this.cells = Map.copyOf(cells);
    cells.forEach((footprint, cell) -> footprints.put(cell, footprint));
    relations.forEach(this::noteSum);
  }

  void relate(UnionSystem system) {
    Map<String, List<Footprint>> byMeasure =
        cells.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .collect(Collectors.groupingBy(Footprint::measure, TreeMap::new, Collectors.toList()));
    byMeasure.forEach((measure, some) -> relate(system, measure, some));
  }

  private void relate(UnionSystem system, String measure, List<Footprint> some) {
    List<Footprint> bySize =
        some.stream().sorted(Comparator.comparingInt(Footprint::size).reversed()).toList();
    Map<Integer, List<Integer>> holders = new TreeMap<>();
    for (int i = 0; i < bySize.size(); i++) {
      int holder = i;
      bySize.get(i).atoms().stream()
          .forEach(atom -> holders.computeIfAbsent(atom, a -> new ArrayList<>()).add(holder));
    }
    Map<List<Integer>, BitSet> blocks = new LinkedHashMap<>();
    holders.forEach((atom, held) -> blocks.computeIfAbsent(held, h -> new BitSet()).set(atom));
    Map<Footprint, Integer> helpers = new HashMap<>();
    for (Footprint footprint : bySize) {
      BitSet firstBlock = blocks.get(holders.get(footprint.first()));
      if (summed.get(cells.get(footprint)) || footprint.atoms().equals(firstBlock)) {
        continue;
      }
      List<Integer> parts = new ArrayList<>();
      BitSet rest = footprint.atoms();
      while (!rest.isEmpty()) {
        Footprint part = null;
        for (int holder : holders.get(rest.nextSetBit(0))) {
          Footprint candidate = bySize.get(holder);
          if (candidate.size() < footprint.size() && candidate.isWithin(rest)) {
            part = candidate;
            break;
          }
        }
        if (part == null) {
          part = new Footprint(measure, blocks.get(holders.get(rest.nextSetBit(0))));
        }
        Integer cell = cells.get(part);
        parts.add(cell != null ? cell : helpers.computeIfAbsent(part, system::addHelper));
        rest.andNot(part.atoms());
      }
      system.relate(Relation.sum(cells.get(footprint), parts.stream().mapToInt(p -> p).toArray()));
    }
  }

  /** Takes note of a total that a relation already makes the sum of disjoint parts. */
  private void noteSum(Relation relation) {
    int[] totals =
        IntStream.range(0, relation.cells().length)
            .filter(i -> relation.coefficients()[i] == -1)
            .toArray();
    boolean sum = totals.length == 1 && relation.constant() == 0 && relation.cells().length > 2;
    if (!sum || !footprints.containsKey(relation.cells()[totals[0]])) {
      return;
    }
    Footprint total = footprints.get(relation.cells()[totals[0]]);
    BitSet rest = total.atoms();
    for (int i = 0; i < relation.cells().length; i++) {
      if (i != totals[0]) {
        Footprint part = footprints.get(relation.cells()[i]);
        if (part == null
            || relation.coefficients()[i] != 1
            || !part.measure().equals(total.measure())
            || !part.isWithin(rest)) {
          return;
        }
        rest.andNot(part.atoms());
      }
    }
    if (rest.isEmpty()) {
      summed.set(relation.cells()[totals[0]]);
    }
  }
}
