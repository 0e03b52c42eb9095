package se.samsyn.disclosure.release;

import java.util.Arrays;

/**
 * The least and the greatest value that each number of a union was shown to have in some table of
 * whole numbers that agrees with all that is said. Who is told less cannot exclude these tables
 * either, so what was shown once need not be shown again when more is hidden.
 */
final class Attained {
  private final long[] least;
  private final long[] most;

  Attained(int numbers) {
    least = new long[numbers];
    most = new long[numbers];
    Arrays.fill(least, Long.MAX_VALUE);
    Arrays.fill(most, Long.MIN_VALUE);
  }

  boolean isKnown(int number) {
    return least[number] <= most[number];
  }

  long least(int number) {
    return least[number];
  }

  long most(int number) {
    return most[number];
  }

  /** Takes note of values that a number has in some such table. */
  void add(int number, long low, long high) {
    least[number] = Math.min(least[number], low);
    most[number] = Math.max(most[number], high);
  }

  Attained copy() {
    Attained copy = new Attained(least.length);
    System.arraycopy(least, 0, copy.least, 0, least.length);
    System.arraycopy(most, 0, copy.most, 0, most.length);
    return copy;
  }
}
