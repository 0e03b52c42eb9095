package se.samsyn.agent.tabulate;

import java.util.Arrays;

/**
 * What the n largest contributors hold of the sum in every cell, for dominance rules. A person's
 * contribution to a cell is the sum of all their records in it.
 */
final class LargestContributions {
  private final Shape shape;
  private final long[][] largest;
  private final long[] own;
  private final boolean[] seen;
  private int[] touched = new int[64];
  private int touchedCount;

  LargestContributions(Shape shape, int contributors) {
    this.shape = shape;
    this.largest = new long[contributors][shape.size()];
    this.own = new long[shape.size()];
    this.seen = new boolean[shape.size()];
  }

  /**
   * One record of the person who comes by now, as one position per dimension from {@code start}.
   */
  void add(int[] records, int start, long amount) {
    add(records, start, 0, 0, amount);
  }

  private void add(int[] records, int start, int d, int cell, long amount) {
    if (d == shape.dimensions()) {
      if (!seen[cell]) {
        seen[cell] = true;
        if (touchedCount == touched.length) {
          touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = cell;
      }
      own[cell] = Math.addExact(own[cell], amount);
      return;
    }
    for (int offset : shape.ancestors(d, records[start + d])) {
      add(records, start, d + 1, cell + offset, amount);
    }
  }

  /** The person has no more records. */
  void endPerson() {
    for (int i = 0; i < touchedCount; i++) {
      int cell = touched[i];
      long amount = own[cell];
      for (long[] rank : largest) {
        if (amount > rank[cell]) {
          long smaller = rank[cell];
          rank[cell] = amount;
          amount = smaller;
        }
      }
      own[cell] = 0;
      seen[cell] = false;
    }
    touchedCount = 0;
  }

  /** Per cell what the largest contributors hold together. */
  long[] together() {
    long[] sums = new long[shape.size()];
    for (long[] rank : largest) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.addExact(sums[i], rank[i]);
      }
    }
    return sums;
  }
}
