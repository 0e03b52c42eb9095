package se.samsyn.disclosure.table;

import java.util.Arrays;
import java.util.List;

/**
 * What everybody knows of a table before a figure is published: how many cells there are, between
 * which bounds each lies, and which relations hold. It has no values, so that it serves both who
 * protects a table and who attacks one.
 */
public final class TableSpace {
  /** The upper bound of a cell of which nothing is known. */
  public static final long UNBOUNDED = Long.MAX_VALUE;

  private final long[] lower;
  private final long[] upper;
  private final List<Relation> relations;
  private final int[] incidenceStart;
  private final int[] incidence;

  /**
   * @param lower the smallest value each cell can have
   * @param upper the largest value each cell can have, {@link #UNBOUNDED} if there is none
   */
  public TableSpace(long[] lower, long[] upper, List<Relation> relations) {
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.relations = List.copyOf(relations);
    if (lower.length != upper.length) {
      throw new IllegalArgumentException("as many lower as upper bounds are needed");
    }
    for (int cell = 0; cell < lower.length; cell++) {
      if (lower[cell] > upper[cell]) {
        throw new IllegalArgumentException("cell " + cell + ": lower bound above upper bound");
      }
    }
    int[] start = new int[lower.length + 1];
    for (Relation relation : this.relations) {
      for (int cell : relation.cells()) {
        start[cell + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] fill = start.clone();
    int[] incident = new int[start[lower.length]];
    for (int r = 0; r < this.relations.size(); r++) {
      for (int cell : this.relations.get(r).cells()) {
        incident[fill[cell]++] = r;
      }
    }
    this.incidenceStart = start;
    this.incidence = incident;
  }

  /** The number of cells. */
  public int size() {
    return lower.length;
  }

  public long lower(int cell) {
    return lower[cell];
  }

  public long upper(int cell) {
    return upper[cell];
  }

  public List<Relation> relations() {
    return relations;
  }

  /** How many relations the cell is in. */
  public int degree(int cell) {
    return incidenceStart[cell + 1] - incidenceStart[cell];
  }

  /** The {@code i}-th relation that the cell is in, as a position in {@link #relations()}. */
  public int relationOf(int cell, int i) {
    return incidence[incidenceStart[cell] + i];
  }

  /**
   * Whether these values are a possible table.
   *
   * @throws ArithmeticException if a sum leaves 64 bits
   */
  public boolean contains(long[] values) {
    for (int cell = 0; cell < lower.length; cell++) {
      if (values[cell] < lower[cell] || values[cell] > upper[cell]) {
        return false;
      }
    }
    for (Relation relation : relations) {
      long sum = Math.negateExact(relation.constant());
      for (int i = 0; i < relation.cells().length; i++) {
        sum =
            Math.addExact(
                sum, Math.multiplyExact(relation.coefficients()[i], values[relation.cells()[i]]));
      }
      if (sum != 0) {
        return false;
      }
    }
    return true;
  }
}
