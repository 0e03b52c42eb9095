package se.samsyn.disclosure.rounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Which cells of an additive table are inner ones (totals of nothing), and which inner cells each
 * cell sums up.
 */
final class InnerCells {
  private static final int[] IN_WORK = new int[0];

  private final TableSpace space;
  private final Map<Integer, List<Integer>> relationsOfTotal = new HashMap<>();
  private final int[][] inner;

  /**
   * @throws NotRoundable if a relation is no sum, or two sums give one total different inner cells
   */
  InnerCells(TableSpace space) {
    this.space = space;
    this.inner = new int[space.size()][];
    for (int r = 0; r < space.relations().size(); r++) {
      relationsOfTotal
          .computeIfAbsent(total(space.relations().get(r), r), t -> new ArrayList<>(2))
          .add(r);
    }
    for (int cell = 0; cell < inner.length; cell++) {
      expand(cell);
    }
    for (int r = 0; r < space.relations().size(); r++) {
      Relation relation = space.relations().get(r);
      if (!Arrays.equals(inner[total(relation, r)], united(relation))) {
        throw new NotRoundable(
            "relation "
                + r
                + ": its total has other inner cells than another relation gives it; rounding needs"
                + " the finest cells that the linked tables have in common");
      }
    }
  }

  /** The inner cells that a cell sums up, ascending; an inner cell has itself. */
  int[] of(int cell) {
    return inner[cell];
  }

  boolean isInner(int cell) {
    return !relationsOfTotal.containsKey(cell);
  }

  /** The sums of these inner values; what stands in the place of totals does not matter. */
  long[] summed(long[] values) {
    long[] sums = new long[inner.length];
    for (int cell = 0; cell < sums.length; cell++) {
      for (int part : inner[cell]) {
        sums[cell] = Math.addExact(sums[cell], values[part]);
      }
    }
    return sums;
  }

  private void expand(int cell) {
    if (inner[cell] == IN_WORK) {
      throw new NotRoundable("cell " + cell + " is a part of itself");
    }
    if (inner[cell] != null) {
      return;
    }
    if (isInner(cell)) {
      inner[cell] = new int[] {cell};
      return;
    }
    inner[cell] = IN_WORK;
    Relation relation = space.relations().get(relationsOfTotal.get(cell).get(0));
    for (int part : relation.cells()) {
      if (part != cell) {
        expand(part);
      }
    }
    int[] united = united(relation);
    for (int i = 1; i < united.length; i++) {
      if (united[i] == united[i - 1]) {
        throw new NotRoundable("cell " + cell + ": its parts overlap");
      }
    }
    inner[cell] = united;
  }

  private int[] united(Relation relation) {
    return IntStream.range(0, relation.cells().length)
        .filter(i -> relation.coefficients()[i] > 0)
        .flatMap(i -> Arrays.stream(inner[relation.cells()[i]]))
        .sorted()
        .toArray();
  }

  private static int total(Relation relation, int number) {
    int total = -1;
    boolean sum = relation.constant() == 0 && relation.cells().length > 1;
    for (int i = 0; i < relation.cells().length; i++) {
      if (relation.coefficients()[i] == -1) {
        sum &= total < 0;
        total = relation.cells()[i];
      } else {
        sum &= relation.coefficients()[i] == 1;
      }
    }
    if (!sum || total < 0) {
      throw new NotRoundable(
          "relation "
              + number
              + " is not a total (coefficient -1) with its parts (1): only tables whose parts add"
              + " up can be rounded");
    }
    return total;
  }
}
