package se.samsyn.disclosure.release;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import se.samsyn.disclosure.table.Relation;

/**
 * The numbers nearest to one of a union by its relations, and the relations that they are in. One
 * of many shown parts of a total is far from the others, since any of them would do as well; the
 * total is near, and what nobody shows is nearer than what is shown.
 *
 * @param rows ascending; they may be about other numbers, too
 */
@SuppressWarnings("ArrayRecordComponent")
record Neighbourhood(BitSet numbers, int[] rows) {
  private static final int NEAR = 2;

  /** A number on the way from the first, and how far it is. */
  private record Step(int number, long distance) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byDistance = Long.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(number, other.number);
    }
  }

  /**
   * @param holds which relations count
   * @param isOpen which numbers are looked at
   * @param isFree which numbers are not told
   * @param most how many numbers at most
   */
  static Neighbourhood of(
      Rows rows,
      IntPredicate holds,
      IntPredicate isOpen,
      IntPredicate isFree,
      int start,
      int most) {
    Map<Integer, Long> distances = new HashMap<>(Map.of(start, 0L));
    PriorityQueue<Step> queue = new PriorityQueue<>(List.of(new Step(start, 0)));
    BitSet near = new BitSet();
    BitSet around = new BitSet();
    for (int count = 0; count < most && !queue.isEmpty(); ) {
      Step step = queue.poll();
      if (!near.get(step.number())) {
        near.set(step.number());
        count++;
        for (int row : rows.of(step.number())) {
          if (holds.test(row)) {
            around.set(row);
            Relation relation = rows.get(row);
            long positive = LongStream.of(relation.coefficients()).filter(a -> a > 0).count();
            for (int i = 0; i < relation.cells().length; i++) {
              int number = relation.cells()[i];
              long alike =
                  relation.coefficients()[i] > 0 ? positive : relation.cells().length - positive;
              long further = alike == 1 ? 0 : relation.cells().length;
              further = Math.max(NEAR, isFree.test(number) ? further / 4 : further);
              long distance = step.distance() + further;
              Long known = distances.get(number);
              if (isOpen.test(number) && (known == null || distance < known)) {
                distances.put(number, distance);
                queue.add(new Step(number, distance));
              }
            }
          }
        }
      }
    }
    return new Neighbourhood(near, around.stream().toArray());
  }
}
