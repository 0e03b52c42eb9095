package se.samsyn.disclosure.certificate;

import java.util.Arrays;

/**
 * The difference between a possible table and the true one: what each named cell is changed by; all
 * other cells are as they are. An alternative table is stored so, since it differs in few cells.
 *
 * @param cells distinct, ascending
 * @param changes one per cell, none of them zero
 */
@SuppressWarnings("ArrayRecordComponent")
public record Deviation(int[] cells, long[] changes) {
  public Deviation {
    if (cells.length != changes.length) {
      throw new IllegalArgumentException("a deviation needs one change per cell");
    }
    for (int i = 0; i < cells.length; i++) {
      if (changes[i] == 0 || (i > 0 && cells[i] <= cells[i - 1])) {
        throw new IllegalArgumentException("a deviation names each changed cell once, in order");
      }
    }
  }

  /** By how much the cell differs. */
  public long at(int cell) {
    int i = Arrays.binarySearch(cells, cell);
    return i < 0 ? 0 : changes[i];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deviation deviation
        && Arrays.equals(cells, deviation.cells)
        && Arrays.equals(changes, deviation.changes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(cells) + Arrays.hashCode(changes);
  }

  /** The mirror image; whether it is a possible table must be checked anew. */
  public Deviation negated() {
    long[] mirrored = new long[changes.length];
    for (int i = 0; i < mirrored.length; i++) {
      mirrored[i] = Math.negateExact(changes[i]);
    }
    return new Deviation(cells, mirrored);
  }
}
