package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds figures that add up to another one along one axis: by table first, for the classes of a
 * table are made to add up, then with those of all tables.
 */
final class Partitions {
  private final Grid grid;
  private final List<Integer> along;

  /**
   * @param along the axes along which figures add up
   */
  Partitions(Grid grid, List<Integer> along) {
    this.grid = grid;
    this.along = along;
  }

  /**
   * Relates each figure of a layer to its parts, in all ways that are found.
   *
   * @return the cells that have parts
   */
  Set<Layer.Cell> relate(Layer layer, LinearSystem system) {
    Set<Layer.Cell> related = new HashSet<>();
    for (int axis : along) {
      for (List<Layer.Cell> family : layer.alongside(axis).values()) {
        Map<Integer, Layer.Cell> bySet = new HashMap<>();
        family.forEach(cell -> bySet.put(cell.place().get(axis), cell));
        if (bySet.size() > 2) {
          for (Layer.Cell cell : family) {
            for (List<Integer> parts : partitions(axis, cell.place().get(axis), bySet)) {
              system.sum(
                  cell.number(), parts.stream().map(set -> bySet.get(set).number()).toList());
              related.add(cell);
            }
          }
        }
      }
    }
    return related;
  }

  private Set<List<Integer>> partitions(int axis, int set, Map<Integer, Layer.Cell> bySet) {
    AxisSets sets = grid.sets(axis);
    List<Integer> within = sets.subsets(set).stream().filter(bySet::containsKey).toList();
    Set<List<Integer>> found = new LinkedHashSet<>();
    if (within.size() < 2) {
      return found;
    }
    BitSet tables = new BitSet();
    within.forEach(part -> tables.or(bySet.get(part).tables()));
    Set<List<Integer>> tried = new HashSet<>();
    for (int t = tables.nextSetBit(0); t >= 0; t = tables.nextSetBit(t + 1)) {
      List<Integer> mine = new ArrayList<>();
      for (int part : within) {
        if (bySet.get(part).tables().get(t)) {
          mine.add(part);
        }
      }
      if (tried.add(mine)) {
        add(found, sets.parts(set, mine));
      }
    }
    if (found.isEmpty() && tried.add(within)) {
      add(found, sets.parts(set, within));
    }
    return found;
  }

  private static void add(Set<List<Integer>> found, List<Integer> parts) {
    if (!parts.isEmpty()) {
      found.add(parts);
    }
  }
}
