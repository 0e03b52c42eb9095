package se.samsyn.agent.tabulate;

import java.util.Arrays;

/** The records of the person who comes by now: classes, filters met, and amounts. */
final class PersonRecords {
  private final int dimensions;
  private final int sums;
  private int count;
  private int[] classes;
  private long[] filters;
  private long[] amounts;

  PersonRecords(int dimensions, int sums) {
    this.dimensions = dimensions;
    this.sums = sums;
    this.classes = new int[16 * Math.max(1, dimensions)];
    this.filters = new long[16];
    this.amounts = new long[16 * Math.max(1, sums)];
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** All classes: one position per dimension, record after record. */
  int[] classes() {
    return classes;
  }

  int classOf(int record, int d) {
    return classes[record * dimensions + d];
  }

  /** Bit f is set where the record meets filter f. */
  long filters(int record) {
    return filters[record];
  }

  long amount(int record, int sum) {
    return amounts[record * sums + sum];
  }

  /** Adds a record; {@code recordAmounts} has one amount per sum. */
  void add(int[] recordClasses, long recordFilters, long[] recordAmounts) {
    if (count == filters.length) {
      classes = Arrays.copyOf(classes, classes.length * 2);
      filters = Arrays.copyOf(filters, filters.length * 2);
      amounts = Arrays.copyOf(amounts, amounts.length * 2);
    }
    System.arraycopy(recordClasses, 0, classes, count * dimensions, dimensions);
    filters[count] = recordFilters;
    System.arraycopy(recordAmounts, 0, amounts, count * sums, sums);
    count++;
  }

  /**
   * Gives all records the first one's class in dimension {@code d}.
   *
   * @return whether any had another
   */
  boolean takeFirstClass(int d) {
    boolean conflict = false;
    for (int i = 1; i < count; i++) {
      if (classes[i * dimensions + d] != classes[d]) {
        classes[i * dimensions + d] = classes[d];
        conflict = true;
      }
    }
    return conflict;
  }
}
