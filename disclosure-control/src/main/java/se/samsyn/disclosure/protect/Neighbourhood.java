package se.samsyn.disclosure.protect;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The cells nearest to one cell, where going from a cell to another of the same relation costs what
 * hiding the other costs. Large tables are searched in such a part first.
 */
final class Neighbourhood {
  private Neighbourhood() {}

  private record Visit(int cell, double distance) {}

  /**
   * @param size how many cells at most
   * @return cells ascending, {@code centre} among them
   */
  static int[] around(
      Table table, int centre, int size, IntPredicate allowed, IntToDoubleFunction cost) {
    TableSpace space = table.space();
    BitSet reached = new BitSet();
    BitSet expanded = new BitSet();
    BitSet inside = new BitSet();
    PriorityQueue<Visit> queue =
        new PriorityQueue<>(
            (a, b) ->
                a.distance != b.distance
                    ? Double.compare(a.distance, b.distance)
                    : Integer.compare(a.cell, b.cell));
    queue.add(new Visit(centre, 0));
    reached.set(centre);
    int count = 0;
    while (!queue.isEmpty() && count < size) {
      Visit visit = queue.poll();
      inside.set(visit.cell);
      count++;
      for (int i = 0; i < space.degree(visit.cell); i++) {
        int r = space.relationOf(visit.cell, i);
        // The first cell of a relation to be visited is the nearest, so its distances are final.
        if (!expanded.get(r)) {
          expanded.set(r);
          for (int other : space.relations().get(r).cells()) {
            if (!reached.get(other) && allowed.test(other)) {
              reached.set(other);
              queue.add(new Visit(other, visit.distance + cost.applyAsDouble(other)));
            }
          }
        }
      }
    }
    return peeled(space, inside, centre);
  }

  /** Without the cells that cannot change because they are alone in one of their relations. */
  static int[] peeled(TableSpace space, BitSet cells, int keep) {
    BitSet inside = (BitSet) cells.clone();
    int[] members = new int[space.relations().size()];
    inside.stream().forEach(cell -> count(space, cell, members, 1));
    ArrayDeque<Integer> alone = new ArrayDeque<>();
    inside.stream().filter(cell -> isAlone(space, cell, members)).forEach(alone::add);
    while (!alone.isEmpty()) {
      int cell = alone.poll();
      if (cell == keep || !inside.get(cell)) {
        continue;
      }
      inside.clear(cell);
      count(space, cell, members, -1);
      for (int i = 0; i < space.degree(cell); i++) {
        int r = space.relationOf(cell, i);
        if (members[r] == 1) {
          for (int other : space.relations().get(r).cells()) {
            if (inside.get(other)) {
              alone.add(other);
            }
          }
        }
      }
    }
    return inside.stream().toArray();
  }

  private static void count(TableSpace space, int cell, int[] members, int change) {
    for (int i = 0; i < space.degree(cell); i++) {
      members[space.relationOf(cell, i)] += change;
    }
  }

  private static boolean isAlone(TableSpace space, int cell, int[] members) {
    for (int i = 0; i < space.degree(cell); i++) {
      if (members[space.relationOf(cell, i)] == 1) {
        return true;
      }
    }
    return false;
  }
}
