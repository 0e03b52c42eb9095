package se.samsyn.disclosure.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.Bounds;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.audit.InconsistentTable;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What a rounded table says of the true one to who knows the base and how cells are rounded: an
 * inner 0 was 0..base-1, an inner base was 1..base, any other inner cell is as it was. Totals are
 * sums of rounded cells and add nothing by themselves; known bounds of true totals do, and so does
 * a bound on their deviation, if one is told.
 *
 * <p>What who knows the program can conclude from its choosing near totals is not modelled.
 */
public final class RoundingAudit {
  private RoundingAudit() {}

  /**
   * The feasibility interval of each cell's true value, given the rounded table and the bounds of
   * its space.
   *
   * @throws InconsistentTable if no table has this rounding
   */
  public static FeasibilityInterval[] intervals(RoundedTable table) {
    return intervals(table, TableSpace.UNBOUNDED);
  }

  /**
   * As {@link #intervals(RoundedTable)}, for an attacker who was also told that no cell deviates
   * from its true value by more than {@code maxDeviation}.
   */
  public static FeasibilityInterval[] intervals(RoundedTable table, long maxDeviation) {
    int size = table.size();
    long[] lower = new long[size];
    long[] upper = new long[size];
    for (int cell = 0; cell < size; cell++) {
      if (table.isInner(cell)) {
        before(table, cell, lower, upper);
      }
      limit(table, cell, maxDeviation, lower, upper);
    }
    long[] least = table.cells().summed(lower);
    long[] most = table.cells().summed(upper);
    boolean telling = false;
    List<Relation> sums = new ArrayList<>();
    for (int cell = 0; cell < size; cell++) {
      if (!table.isInner(cell)) {
        telling |= lower[cell] > least[cell] || upper[cell] < most[cell];
        lower[cell] = Math.max(lower[cell], least[cell]);
        upper[cell] = Math.min(upper[cell], most[cell]);
        requirePossible(cell, lower, upper);
        sums.add(Relation.sum(cell, table.cells().of(cell)));
      }
    }
    if (!telling) {
      // Every inner cell can be what it likes, whatever the others are.
      FeasibilityInterval[] intervals = new FeasibilityInterval[size];
      Arrays.setAll(intervals, cell -> proven(new Bounds(lower[cell], upper[cell])));
      return intervals;
    }
    BitSet all = new BitSet();
    all.set(0, size);
    return Audit.intervals(new TableSpace(lower, upper, sums), table.values(), all);
  }

  /**
   * The inner cells that show 0 or the base and yet have only one possible true value, or may have
   * for all that was proven.
   */
  public static BitSet pinned(RoundedTable table, FeasibilityInterval[] intervals) {
    BitSet pinned = new BitSet();
    for (int cell = 0; cell < table.size(); cell++) {
      boolean mayHaveMoved = table.value(cell) == 0 || table.value(cell) == table.base().value();
      boolean fixed = table.space().lower(cell) == table.space().upper(cell);
      if (table.isInner(cell) && mayHaveMoved && !fixed && intervals[cell].mayBeExact()) {
        pinned.set(cell);
      }
    }
    return pinned;
  }

  private static void before(RoundedTable table, int cell, long[] lower, long[] upper) {
    long shown = table.value(cell);
    long base = table.base().value();
    lower[cell] = shown == base ? 1 : shown;
    upper[cell] = shown == 0 ? base - 1 : shown;
  }

  /** Takes in what is known of the true value from elsewhere. */
  private static void limit(
      RoundedTable table, int cell, long maxDeviation, long[] lower, long[] upper) {
    TableSpace space = table.space();
    boolean inner = table.isInner(cell);
    long shown = table.value(cell);
    long far = maxDeviation == TableSpace.UNBOUNDED ? TableSpace.UNBOUNDED : shown + maxDeviation;
    long near = maxDeviation == TableSpace.UNBOUNDED ? 0 : Math.max(0, shown - maxDeviation);
    lower[cell] = Math.max(inner ? lower[cell] : 0, Math.max(space.lower(cell), near));
    upper[cell] =
        Math.min(inner ? upper[cell] : TableSpace.UNBOUNDED, Math.min(space.upper(cell), far));
    requirePossible(cell, lower, upper);
  }

  private static void requirePossible(int cell, long[] lower, long[] upper) {
    if (lower[cell] > upper[cell]) {
      throw new InconsistentTable(
          "cell " + cell + ": no table within the known bounds has this rounding");
    }
  }

  private static FeasibilityInterval proven(Bounds bounds) {
    return new FeasibilityInterval(bounds, bounds);
  }
}
