package se.samsyn.disclosure.spec;

import java.util.Arrays;

/**
 * What each contributor has in each finest cell: sums by pairs, in two flat arrays, so that memory
 * grows with the distinct pairs and not with the rows.
 */
final class PairSums {
  private static final long FREE = -1;

  private long[] keys = new long[1 << 10];
  private long[] sums = new long[1 << 10];
  private int size;

  PairSums() {
    Arrays.fill(keys, FREE);
  }

  /**
   * @throws ArithmeticException if a sum leaves 64 bits
   */
  void add(int contributor, int cell, long amount) {
    long key = (long) contributor << 32 | cell;
    int at = slot(keys, key);
    if (keys[at] == FREE) {
      keys[at] = key;
      size++;
    }
    sums[at] = Math.addExact(sums[at], amount);
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /** Receives the pairs. */
  interface Visitor {
    void visit(int contributor, int cell, long sum);
  }

  /** All pairs, contributor by contributor, the cells of each in order. */
  void forEach(Visitor visitor) {
    long[] ordered = Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
    for (long key : ordered) {
      visitor.visit((int) (key >>> 32), (int) key, sums[slot(keys, key)]);
    }
  }

  private void grow() {
    long[] largerKeys = new long[Math.multiplyExact(keys.length, 2)];
    long[] largerSums = new long[largerKeys.length];
    Arrays.fill(largerKeys, FREE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        int at = slot(largerKeys, keys[i]);
        largerKeys[at] = keys[i];
        largerSums[at] = sums[i];
      }
    }
    keys = largerKeys;
    sums = largerSums;
  }

  private static int slot(long[] keys, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
