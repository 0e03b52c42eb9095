package se.samsyn.agent.tabulate;

import java.util.Arrays;

/**
 * Counts different persons in every cell of a cube while they come by, one after the other, in
 * memory that depends on the cube alone. A person in one finest cell is counted there and added up
 * at the end; one in several is counted once in each cell that they belong to.
 */
final class DistinctPersons {
  private final Shape shape;
  private final boolean[] mayRepeat;
  private final boolean[] all;
  private final long[] alone;
  private final long[] projected;
  private final int[] lastPerson;
  private final int[] scratch;
  private int person;

  /**
   * @param mayRepeat the dimensions along which one person may be in several classes
   */
  DistinctPersons(Shape shape, boolean[] mayRepeat) {
    this.shape = shape;
    this.mayRepeat = mayRepeat.clone();
    this.all = new boolean[mayRepeat.length];
    Arrays.fill(all, true);
    this.alone = new long[shape.size()];
    this.projected = new long[shape.size()];
    this.lastPerson = new int[shape.size()];
    this.scratch = new int[shape.mostAncestors(mayRepeat)];
  }

  /**
   * A person's records.
   *
   * @param records {@code n} finest cells, each as one position per dimension
   */
  void add(int[] records, int n) {
    int dimensions = mayRepeat.length;
    if (inOneCell(records, n)) {
      int cell = 0;
      for (int d = 0; d < dimensions; d++) {
        cell += records[d] * shape.stride(d);
      }
      alone[cell]++;
      return;
    }
    person++;
    for (int i = 0; i < n; i++) {
      int cells = cellsOf(records, i * dimensions);
      for (int c = 0; c < cells; c++) {
        int cell = scratch[c];
        if (lastPerson[cell] != person) {
          lastPerson[cell] = person;
          projected[cell]++;
        }
      }
    }
  }

  private boolean inOneCell(int[] records, int n) {
    int dimensions = mayRepeat.length;
    for (int i = dimensions; i < n * dimensions; i++) {
      if (records[i] != records[i - dimensions]) {
        return false;
      }
    }
    return true;
  }

  private int cellsOf(int[] records, int start) {
    scratch[0] = 0;
    int cells = 1;
    for (int d = 0; d < mayRepeat.length; d++) {
      int position = records[start + d];
      if (mayRepeat[d]) {
        int[] offsets = shape.ancestors(d, position);
        for (int a = 1; a < offsets.length; a++) {
          for (int c = 0; c < cells; c++) {
            scratch[a * cells + c] = scratch[c] + offsets[a];
          }
        }
        for (int c = 0; c < cells; c++) {
          scratch[c] += offsets[0];
        }
        cells *= offsets.length;
      } else {
        int offset = position * shape.stride(d);
        for (int c = 0; c < cells; c++) {
          scratch[c] += offset;
        }
      }
    }
    return cells;
  }

  /** The counts of all cells; nothing may be added after. */
  long[] counts() {
    shape.addUp(alone, all);
    boolean[] single = new boolean[mayRepeat.length];
    for (int d = 0; d < single.length; d++) {
      single[d] = !mayRepeat[d];
    }
    shape.addUp(projected, single);
    for (int i = 0; i < alone.length; i++) {
      alone[i] += projected[i];
    }
    return alone;
  }
}
