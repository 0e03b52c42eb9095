package se.samsyn.disclosure.protect;

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
    return inside.stream().toArray();
  }
}
