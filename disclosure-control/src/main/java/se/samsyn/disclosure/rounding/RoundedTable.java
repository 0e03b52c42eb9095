package se.samsyn.disclosure.rounding;

import java.util.Objects;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A rounded table as it is published: all cells have a value, the true ones are not in it.
 *
 * <p>It is no {@link se.samsyn.disclosure.table.Table}, so that nothing can be suppressed in it.
 */
public final class RoundedTable {
  private final InnerCells cells;
  private final TableSpace space;
  private final RoundingBase base;
  private final long[] values;

  RoundedTable(TableSpace space, InnerCells cells, RoundingBase base, long[] values) {
    this.space = space;
    this.cells = cells;
    this.base = base;
    this.values = values.clone();
  }

  /**
   * A rounded table of which only the publication is known.
   *
   * @throws NotRoundable if its cells are not such as rounding leaves: an inner cell is between 0
   *     and the base, or parts do not add up
   */
  public static RoundedTable published(TableSpace space, RoundingBase base, long[] values) {
    Objects.requireNonNull(base, "base");
    InnerCells cells = new InnerCells(space);
    if (values.length != space.size()) {
      throw new NotRoundable("the table has not as many values as cells");
    }
    long[] sums = cells.summed(values);
    for (int cell = 0; cell < values.length; cell++) {
      if (values[cell] != sums[cell]) {
        throw new NotRoundable("cell " + cell + " is not the sum of its inner cells");
      }
      if (cells.isInner(cell) && (values[cell] < 0 || base.moves(values[cell]))) {
        throw new NotRoundable("cell " + cell + " is between 0 and the base");
      }
    }
    return new RoundedTable(space, cells, base, values);
  }

  public TableSpace space() {
    return space;
  }

  public RoundingBase base() {
    return base;
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

  /** Whether the cell is one of the finest, of which all others are sums. */
  public boolean isInner(int cell) {
    return cells.isInner(cell);
  }

  InnerCells cells() {
    return cells;
  }
}
