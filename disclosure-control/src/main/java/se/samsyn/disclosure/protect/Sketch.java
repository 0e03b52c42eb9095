package se.samsyn.disclosure.protect;

import java.util.Arrays;

/**
 * A way in fractions: a table in fractions that promises, and does not prove, that one in whole
 * numbers exists. Whole ones take longer to find, so where many patterns are tried they are sought
 * for the last one only.
 */
@SuppressWarnings("ArrayRecordComponent")
record Sketch(int[] cells, double[] changes) implements Way {
  private static final double TINY = 1e-6;

  @Override
  public long up(int cell) {
    return Math.max(0, (long) Math.floor(at(cell) + TINY));
  }

  @Override
  public long down(int cell) {
    return Math.max(0, (long) Math.floor(-at(cell) + TINY));
  }

  boolean changes(int cell) {
    return Arrays.binarySearch(cells, cell) >= 0;
  }

  private double at(int cell) {
    int i = Arrays.binarySearch(cells, cell);
    return i < 0 ? 0 : changes[i];
  }
}
