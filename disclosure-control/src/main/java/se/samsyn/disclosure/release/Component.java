package se.samsyn.disclosure.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Numbers that are not known and hang together by relations.
 *
 * @param numbers ascending
 * @param rows the known relations that they are in
 */
@SuppressWarnings("ArrayRecordComponent")
record Component(int[] numbers, int[] rows) {
  /** The component that a number is in, which must not be fixed. */
  static Component of(Knowledge knowledge, int number) {
    BitSet numbers = new BitSet();
    BitSet rows = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(number));
    numbers.set(number);
    while (!queue.isEmpty()) {
      for (int row : knowledge.rows().of(queue.poll())) {
        if (knowledge.holds(row) && !rows.get(row)) {
          rows.set(row);
          for (int other : knowledge.rows().get(row).cells()) {
            if (!knowledge.isFixed(other) && !numbers.get(other)) {
              numbers.set(other);
              queue.add(other);
            }
          }
        }
      }
    }
    return new Component(numbers.stream().toArray(), rows.stream().toArray());
  }

  static List<Component> all(Knowledge knowledge, int size) {
    List<Component> components = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int number = 0; number < size; number++) {
      if (!seen.get(number) && !knowledge.isFixed(number)) {
        Component component = of(knowledge, number);
        for (int member : component.numbers()) {
          seen.set(member);
        }
        components.add(component);
      }
    }
    return components;
  }
}
