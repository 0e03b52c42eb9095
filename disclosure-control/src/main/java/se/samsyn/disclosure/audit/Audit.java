package se.samsyn.disclosure.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The attack: for each hidden cell the least and the greatest whole number that it can have, given
 * all that is published and all that everybody knows.
 */
public final class Audit {
  private Audit() {}

  /**
   * @param values the published cells' values; elsewhere anything
   * @param hidden the cells that are not published, helper cells included
   * @return one interval per cell; a published cell's is its value
   * @throws InconsistentTable if no table has these figures
   */
  public static FeasibilityInterval[] intervals(TableSpace space, long[] values, BitSet hidden) {
    return intervals(space, values, hidden, space.size());
  }

  /**
   * As {@link #intervals(TableSpace, long[], BitSet)}, for the first {@code count} cells only; the
   * rest are helper cells whose intervals nobody asks for.
   */
  public static FeasibilityInterval[] intervals(
      TableSpace space, long[] values, BitSet hidden, int count) {
    return intervals(space, values, hidden, count, Runtime.getRuntime().availableProcessors());
  }

  /**
   * As {@link #intervals(TableSpace, long[], BitSet, int)}, on at most {@code threads} processors;
   * the intervals do not depend on it.
   */
  public static FeasibilityInterval[] intervals(
      TableSpace space, long[] values, BitSet hidden, int count, int threads) {
    Unknowns unknowns = new Unknowns(space, values, hidden);
    Optional<long[]> start = Optional.of(values).filter(space::contains);
    FeasibilityInterval[] intervals = new FeasibilityInterval[count];
    for (int cell = 0; cell < count; cell++) {
      if (unknowns.isFixed(cell)) {
        Bounds bounds = new Bounds(unknowns.lower(cell), unknowns.lower(cell));
        intervals[cell] = new FeasibilityInterval(bounds, bounds);
      }
    }
    for (int[] cells : components(unknowns, space.size())) {
      if (cells[0] >= count) {
        continue;
      }
      FeasibilityInterval[] found =
          new ComponentAudit(unknowns, cells, count, start, threads).intervals();
      for (int i = 0; i < cells.length; i++) {
        if (cells[i] < count) {
          intervals[cells[i]] = found[i];
        }
      }
    }
    return intervals;
  }

  /** Cells that are not fixed and hang together by equations, each ascending. */
  private static List<int[]> components(Unknowns unknowns, int size) {
    List<int[]> components = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int start = 0; start < size; start++) {
      if (seen.get(start) || unknowns.isFixed(start)) {
        continue;
      }
      BitSet component = new BitSet();
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
      component.set(start);
      while (!queue.isEmpty()) {
        for (Unknowns.Equation equation : unknowns.equationsOf(queue.poll())) {
          for (int other : equation.cells()) {
            if (!unknowns.isFixed(other) && !component.get(other)) {
              component.set(other);
              queue.add(other);
            }
          }
        }
      }
      seen.or(component);
      components.add(component.stream().toArray());
    }
    return components;
  }
}
