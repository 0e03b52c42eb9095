package se.samsyn.disclosure.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What is left of a table's relations when all known cells are filled in, with bounds narrowed as
 * far as each relation by itself allows. Exact.
 */
final class Unknowns {
  /** Narrowing stops here: bounds that creep on are left to the programs. */
  private static final int VISITS_PER_RELATION = 60;

  /** sum(coefficient x unknown) = constant. */
  record Equation(int[] cells, long[] coefficients, long constant) {}

  private final long[] lower;
  private final long[] upper;
  private final List<Equation> equations = new ArrayList<>();
  private final List<List<Integer>> byCell;

  /**
   * @param values the known cells' values; elsewhere anything
   * @throws InconsistentTable if a relation between known cells does not hold
   */
  Unknowns(TableSpace space, long[] values, BitSet unknown) {
    int size = space.size();
    lower = new long[size];
    upper = new long[size];
    byCell = new ArrayList<>(size);
    for (int cell = 0; cell < size; cell++) {
      boolean free = unknown.get(cell);
      lower[cell] = free ? space.lower(cell) : values[cell];
      upper[cell] = free ? space.upper(cell) : values[cell];
      byCell.add(null);
      if (!free && (values[cell] < space.lower(cell) || values[cell] > space.upper(cell))) {
        throw new InconsistentTable("a published figure is outside what is possible");
      }
    }
    for (Relation relation : space.relations()) {
      add(relation, values, unknown);
    }
    narrow();
  }

  long lower(int cell) {
    return lower[cell];
  }

  long upper(int cell) {
    return upper[cell];
  }

  /** What ties the unknown cells. */
  List<Equation> equations() {
    return Collections.unmodifiableList(equations);
  }

  private void add(Relation relation, long[] values, BitSet unknown) {
    int free = 0;
    for (int cell : relation.cells()) {
      free += unknown.get(cell) ? 1 : 0;
    }
    int[] cells = new int[free];
    long[] coefficients = new long[free];
    long constant = relation.constant();
    int at = 0;
    for (int i = 0; i < relation.cells().length; i++) {
      int cell = relation.cells()[i];
      long coefficient = relation.coefficients()[i];
      if (unknown.get(cell)) {
        cells[at] = cell;
        coefficients[at++] = coefficient;
      } else {
        constant = Math.subtractExact(constant, Math.multiplyExact(coefficient, values[cell]));
      }
    }
    if (free == 0) {
      if (constant != 0) {
        throw new InconsistentTable("published figures do not add up");
      }
      return;
    }
    for (int cell : cells) {
      if (byCell.get(cell) == null) {
        byCell.set(cell, new ArrayList<>());
      }
      byCell.get(cell).add(equations.size());
    }
    equations.add(new Equation(cells, coefficients, constant));
  }

  private void narrow() {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    boolean[] queued = new boolean[equations.size()];
    int[] visits = new int[equations.size()];
    for (int e = 0; e < equations.size(); e++) {
      queue.add(e);
      queued[e] = true;
    }
    while (!queue.isEmpty()) {
      int e = queue.poll();
      queued[e] = false;
      if (visits[e]++ < VISITS_PER_RELATION) {
        for (int changed : narrow(equations.get(e))) {
          for (int other : byCell.get(changed)) {
            if (!queued[other]) {
              queued[other] = true;
              queue.add(other);
            }
          }
        }
      }
    }
  }

  /** Narrows the cells of one equation and returns those whose bounds changed. */
  private List<Integer> narrow(Equation equation) {
    List<Integer> changed = new ArrayList<>();
    Activity activity = new Activity(equation);
    for (int i = 0; i < equation.cells().length; i++) {
      int cell = equation.cells()[i];
      long a = equation.coefficients()[i];
      long least = activity.leastWithout(cell, a);
      long most = activity.mostWithout(cell, a);
      long newLower = lower[cell];
      long newUpper = upper[cell];
      // a x = constant - rest, least <= rest <= most.
      if (least != Activity.NONE) {
        long limit = Math.subtractExact(equation.constant(), least);
        if (a > 0) {
          newUpper = Math.min(newUpper, Math.floorDiv(limit, a));
        } else {
          newLower = Math.max(newLower, ceilDiv(limit, a));
        }
      }
      if (most != Activity.NONE) {
        long limit = Math.subtractExact(equation.constant(), most);
        if (a > 0) {
          newLower = Math.max(newLower, ceilDiv(limit, a));
        } else {
          newUpper = Math.min(newUpper, Math.floorDiv(limit, a));
        }
      }
      if (newLower > newUpper) {
        throw new InconsistentTable("no table has these published figures");
      }
      if (newLower != lower[cell] || newUpper != upper[cell]) {
        activity.replace(cell, a, newLower, newUpper);
        changed.add(cell);
      }
    }
    return changed;
  }

  private static long ceilDiv(long a, long b) {
    return -Math.floorDiv(-a, b);
  }

  /** The least and the most that the left side of an equation can be. */
  private final class Activity {
    static final long NONE = Long.MIN_VALUE;
    private long least;
    private long most;
    private int endlessDown;
    private int endlessUp;

    Activity(Equation equation) {
      for (int i = 0; i < equation.cells().length; i++) {
        account(equation.cells()[i], equation.coefficients()[i], 1);
      }
    }

    private void account(int cell, long a, int sign) {
      long low = Math.multiplyExact(a, lower[cell]);
      boolean endless = upper[cell] == TableSpace.UNBOUNDED;
      if (a > 0) {
        least = Math.addExact(least, sign * low);
        if (endless) {
          endlessUp += sign;
        } else {
          most = Math.addExact(most, sign * Math.multiplyExact(a, upper[cell]));
        }
      } else {
        most = Math.addExact(most, sign * low);
        if (endless) {
          endlessDown += sign;
        } else {
          least = Math.addExact(least, sign * Math.multiplyExact(a, upper[cell]));
        }
      }
    }

    long leastWithout(int cell, long a) {
      boolean mine = a < 0 && upper[cell] == TableSpace.UNBOUNDED;
      if (endlessDown - (mine ? 1 : 0) > 0) {
        return NONE;
      }
      long own = mine ? 0 : Math.multiplyExact(a, a > 0 ? lower[cell] : upper[cell]);
      return Math.subtractExact(least, own);
    }

    long mostWithout(int cell, long a) {
      boolean mine = a > 0 && upper[cell] == TableSpace.UNBOUNDED;
      if (endlessUp - (mine ? 1 : 0) > 0) {
        return NONE;
      }
      long own = mine ? 0 : Math.multiplyExact(a, a > 0 ? upper[cell] : lower[cell]);
      return Math.subtractExact(most, own);
    }

    void replace(int cell, long a, long newLower, long newUpper) {
      account(cell, a, -1);
      lower[cell] = newLower;
      upper[cell] = newUpper;
      account(cell, a, 1);
    }
  }
}
