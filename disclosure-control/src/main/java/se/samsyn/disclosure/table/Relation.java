package se.samsyn.disclosure.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A linear relation that every possible table fulfils: sum(coefficient x value) = constant.
 *
 * @param cells distinct cells
 * @param coefficients one per cell, none of them zero
 */
@SuppressWarnings("ArrayRecordComponent")
public record Relation(int[] cells, long[] coefficients, long constant) {
  public Relation {
    if (cells.length != coefficients.length) {
      throw new IllegalArgumentException("a relation needs one coefficient per cell");
    }
    if (Arrays.stream(coefficients).anyMatch(c -> c == 0)) {
      throw new IllegalArgumentException("a coefficient of a relation is zero");
    }
    Set<Integer> seen = new HashSet<>();
    for (int cell : cells) {
      if (!seen.add(cell)) {
        throw new IllegalArgumentException("a cell comes twice in one relation");
      }
    }
  }

  /** The parts add up to the total. */
  public static Relation sum(int total, int... parts) {
    int[] cells = IntStream.concat(IntStream.of(total), IntStream.of(parts)).toArray();
    long[] coefficients = new long[cells.length];
    Arrays.fill(coefficients, 1);
    coefficients[0] = -1;
    return new Relation(cells, coefficients, 0);
  }
}
