package se.samsyn.disclosure.release;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import se.samsyn.disclosure.release.Unknown.Role;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What somebody knows of the numbers of a union: bounds, narrowed as far as each relation by itself
 * allows. Exact.
 */
final class Knowledge {
  /** Bounds that creep on are left to the programs. */
  private static final int VISITS_PER_ROW = 60;

  private static final long ENDLESS = TableSpace.UNBOUNDED;

  private final Rows rows;
  private final BitSet active = new BitSet();
  private final long[] lower;
  private final long[] upper;

  /**
   * @param tables which are known
   * @throws Contradiction if they cannot all be true
   */
  Knowledge(Union union, Rows rows, IntPredicate tables) {
    this(union, rows, statement -> tables.test(statement.table()), tables);
  }

  /**
   * @param statements which are known
   * @param ratios the tables whose ratios are known
   * @throws Contradiction if they cannot all be true
   */
  Knowledge(Union union, Rows rows, Predicate<Statement> statements, IntPredicate ratios) {
    this.rows = rows;
    lower = new long[union.system().size()];
    upper = new long[lower.length];
    Arrays.fill(upper, ENDLESS);
    // Further than all figures together, so that the limit is of no consequence.
    long far = 1000;
    for (Statement statement : union.statements()) {
      far = Math.addExact(far, statement.isHidden() ? 0 : statement.upper());
    }
    for (int number = 0; number < lower.length; number++) {
      if (union.unknowns().get(number).role() == Role.CHANGE) {
        lower[number] = -far;
        upper[number] = far;
      }
    }
    for (Statement statement : union.statements()) {
      if (statements.test(statement)) {
        restrict(statement.number(), statement.lower(), statement.upper());
      }
    }
    for (int row = 0; row < rows.count(); row++) {
      active.set(row, rows.table(row) < 0 || ratios.test(rows.table(row)));
    }
    narrow(active);
  }

  long lower(int number) {
    return lower[number];
  }

  /** {@link TableSpace#UNBOUNDED} if there is none. */
  long upper(int number) {
    return upper[number];
  }

  boolean isFixed(int number) {
    return lower[number] == upper[number];
  }

  Rows rows() {
    return rows;
  }

  /** Whether a relation is known. */
  boolean holds(int row) {
    return active.get(row);
  }

  private void restrict(int number, long least, long most) {
    lower[number] = Math.max(lower[number], least);
    upper[number] = Math.min(upper[number], most);
    if (lower[number] > upper[number]) {
      throw new Contradiction();
    }
  }

  private void narrow(BitSet first) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    BitSet queued = (BitSet) first.clone();
    first.stream().forEach(queue::add);
    int[] changed = new int[rows.longest()];
    byte[] visits = new byte[rows.count()];
    while (!queue.isEmpty()) {
      int row = queue.poll();
      queued.clear(row);
      if (visits[row]++ < VISITS_PER_ROW) {
        int changes = narrow(rows.get(row), changed);
        for (int c = 0; c < changes; c++) {
          for (int other : rows.of(changed[c])) {
            if (active.get(other) && !queued.get(other)) {
              queued.set(other);
              queue.add(other);
            }
          }
        }
      }
    }
  }

  /** Narrows the numbers of a relation; returns how many changed, and puts them down. */
  private int narrow(Relation relation, int[] changed) {
    int[] cells = relation.cells();
    long[] coefficients = relation.coefficients();
    int changes = 0;
    long least = 0;
    long most = 0;
    int endlessDown = 0;
    int endlessUp = 0;
    for (int i = 0; i < cells.length; i++) {
      long a = coefficients[i];
      long low = a > 0 ? lower[cells[i]] : upper[cells[i]];
      long high = a > 0 ? upper[cells[i]] : lower[cells[i]];
      if (low == ENDLESS) {
        endlessDown++;
      } else {
        least = Math.addExact(least, Math.multiplyExact(a, low));
      }
      if (high == ENDLESS) {
        endlessUp++;
      } else {
        most = Math.addExact(most, Math.multiplyExact(a, high));
      }
    }
    if (endlessDown == 0 && least > relation.constant()
        || endlessUp == 0 && most < relation.constant()) {
      throw new Contradiction();
    }
    if (endlessDown > 1 && endlessUp > 1) {
      return 0;
    }
    for (int i = 0; i < cells.length; i++) {
      int number = cells[i];
      long a = coefficients[i];
      long low = a > 0 ? lower[number] : upper[number];
      long high = a > 0 ? upper[number] : lower[number];
      long before = lower[number];
      long after = upper[number];
      // a x = constant - rest, and the least and the most that the rest can be are known.
      if (endlessDown - (low == ENDLESS ? 1 : 0) == 0) {
        long rest = low == ENDLESS ? least : Math.subtractExact(least, a * low);
        long limit = Math.subtractExact(relation.constant(), rest);
        if (a > 0) {
          after = Math.min(after, Math.floorDiv(limit, a));
        } else {
          before = Math.max(before, -Math.floorDiv(limit, -a));
        }
      }
      if (endlessUp - (high == ENDLESS ? 1 : 0) == 0) {
        long rest = high == ENDLESS ? most : Math.subtractExact(most, a * high);
        long limit = Math.subtractExact(relation.constant(), rest);
        if (a > 0) {
          before = Math.max(before, -Math.floorDiv(-limit, a));
        } else {
          after = Math.min(after, Math.floorDiv(-limit, -a));
        }
      }
      if (before > after) {
        throw new Contradiction();
      }
      if (before != lower[number] || after != upper[number]) {
        // The sums above stay those of the wider bounds, which is still true.
        lower[number] = before;
        upper[number] = after;
        changed[changes++] = number;
      }
    }
    return changes;
  }
}
