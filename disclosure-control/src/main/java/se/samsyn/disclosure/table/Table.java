package se.samsyn.disclosure.table;

import java.util.Objects;

/**
 * A table with its true values, as its owner has it.
 *
 * <p>Cells of one <em>bundle</em> are shown or hidden together, such as the same place of the table
 * in several measures.
 */
public final class Table {
  private final TableSpace space;
  private final long[] values;
  private final double[] costs;
  private final Publication[] publication;
  private final int[] bundles;
  private final int bundleCount;

  /**
   * @param values one per cell, a possible table of {@code space}
   * @param costs what hiding a cell costs, positive; relative to each other
   * @param bundles the bundle of each cell, numbered from 0
   * @throws IllegalArgumentException if the values break a bound or a relation
   */
  public Table(
      TableSpace space, long[] values, double[] costs, Publication[] publication, int[] bundles) {
    this.space = Objects.requireNonNull(space, "space");
    this.values = values.clone();
    this.costs = costs.clone();
    this.publication = publication.clone();
    this.bundles = bundles.clone();
    int size = space.size();
    if (values.length != size
        || costs.length != size
        || publication.length != size
        || bundles.length != size) {
      throw new IllegalArgumentException("the table's parts differ in length");
    }
    if (!space.contains(values)) {
      throw new IllegalArgumentException("the values are not a possible table of their space");
    }
    int most = -1;
    for (int cell = 0; cell < size; cell++) {
      if (!(costs[cell] > 0) || Double.isInfinite(costs[cell])) {
        throw new IllegalArgumentException("cell " + cell + ": the cost must be positive");
      }
      most = Math.max(most, bundles[cell]);
    }
    this.bundleCount = most + 1;
  }

  public TableSpace space() {
    return space;
  }

  public int size() {
    return values.length;
  }

  public long value(int cell) {
    return values[cell];
  }

  /** A copy of all values. */
  public long[] values() {
    return values.clone();
  }

  public double cost(int cell) {
    return costs[cell];
  }

  public Publication publication(int cell) {
    return publication[cell];
  }

  public int bundle(int cell) {
    return bundles[cell];
  }

  public int bundleCount() {
    return bundleCount;
  }
}
