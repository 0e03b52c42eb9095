package se.samsyn.disclosure.rounding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which small inner cells are up at the base and which are down at 0, and how far that takes every
 * cell from its true value.
 */
final class Choice {
  /** How a deviation is judged. */
  enum Penalty {
    /** Near on the whole. */
    SQUARE,
    /** Weighs the largest deviations most. */
    FOURTH;

    long of(long deviation) {
      long square = deviation * deviation;
      return this == SQUARE ? square : square * square;
    }
  }

  private final long[] counts;
  private final RoundingBase base;
  private final int[] small;
  private final int[][] above;
  private final boolean[] up;
  private final long[] deviations;

  Choice(InnerCells cells, long[] counts, RoundingBase base) {
    this.counts = counts;
    this.base = base;
    this.small =
        IntStream.range(0, counts.length)
            .filter(cell -> cells.isInner(cell) && base.moves(counts[cell]))
            .toArray();
    this.up = new boolean[counts.length];
    this.deviations = new long[counts.length];
    this.above = above(cells);
  }

  /** Per small cell the cells that it is summed into, itself among them, ascending. */
  private int[][] above(InnerCells cells) {
    int[] count = new int[counts.length];
    int[][] lists = new int[counts.length][];
    for (int cell = 0; cell < counts.length; cell++) {
      for (int part : cells.of(cell)) {
        count[part]++;
      }
    }
    for (int cell : small) {
      lists[cell] = new int[count[cell]];
    }
    Arrays.fill(count, 0);
    for (int cell = 0; cell < counts.length; cell++) {
      for (int part : cells.of(cell)) {
        if (lists[part] != null) {
          lists[part][count[part]++] = cell;
        }
      }
    }
    return lists;
  }

  /** The cells that move, ascending. */
  int[] small() {
    return small;
  }

  boolean isSmall(int cell) {
    return above[cell] != null;
  }

  boolean isUp(int cell) {
    return up[cell];
  }

  /** Decides cell after cell, each so that the totals stay nearest to what was decided before. */
  void inTurn() {
    for (int cell : small) {
      long raise = base.value() - counts[cell];
      long ifUp = 0;
      long ifDown = 0;
      for (int total : above[cell]) {
        ifUp += Penalty.SQUARE.of(deviations[total] + raise);
        ifDown += Penalty.SQUARE.of(deviations[total] - counts[cell]);
      }
      up[cell] = ifUp < ifDown;
      move(cell, up[cell] ? raise : -counts[cell]);
    }
  }

  /** By how much the penalty grows if the cell goes the other way. */
  long ofTurning(int cell, Penalty penalty) {
    long change = turn(cell);
    long sum = 0;
    for (int total : above[cell]) {
      sum += penalty.of(deviations[total] + change) - penalty.of(deviations[total]);
    }
    return sum;
  }

  /** By how much the penalty grows if two cells, one up and one down, both go the other way. */
  long ofExchange(int one, int other, Penalty penalty) {
    long change = turn(one);
    int[] a = above[one];
    int[] b = above[other];
    long sum = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      if (j == b.length || (i < a.length && a[i] < b[j])) {
        sum += penalty.of(deviations[a[i]] + change) - penalty.of(deviations[a[i]]);
        i++;
      } else if (i == a.length || b[j] < a[i]) {
        sum += penalty.of(deviations[b[j]] - change) - penalty.of(deviations[b[j]]);
        j++;
      } else {
        i++;
        j++;
      }
    }
    return sum;
  }

  void turn(int... cells) {
    for (int cell : cells) {
      move(cell, turn(cell));
      up[cell] = !up[cell];
    }
  }

  /** The inner values as rounded; totals as they were. */
  long[] values() {
    long[] values = counts.clone();
    for (int cell : small) {
      values[cell] = up[cell] ? base.value() : 0;
    }
    return values;
  }

  private long turn(int cell) {
    return up[cell] ? -base.value() : base.value();
  }

  private void move(int cell, long change) {
    for (int total : above[cell]) {
      deviations[total] += change;
    }
  }
}
