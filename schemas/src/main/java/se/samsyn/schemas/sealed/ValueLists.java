package se.samsyn.schemas.sealed;

import java.util.stream.IntStream;

/**
 * Which values of a node's sum make it unsafe (forbidden) and which do not (allowed): every value
 * that can occur is in exactly one of the lists. Both have the same length, filled up with values
 * that cannot occur, so that neither length tells which of them was tested.
 */
public record ValueLists(int[] forbidden, int[] allowed) {
  public ValueLists {
    if (forbidden.length != allowed.length
        || IntStream.concat(IntStream.of(forbidden), IntStream.of(allowed)).distinct().count()
            != 2L * forbidden.length) {
      throw new IllegalArgumentException("two lists of one length, of different values");
    }
  }

  /**
   * @param impossible from here on no sum can be
   */
  static ValueLists padded(int[] forbidden, int[] allowed, int impossible) {
    int length = Math.max(forbidden.length, allowed.length);
    return new ValueLists(
        padded(forbidden, length, impossible), padded(allowed, length, impossible));
  }

  private static int[] padded(int[] values, int length, int impossible) {
    return IntStream.concat(
            IntStream.of(values), IntStream.range(impossible, impossible + length - values.length))
        .toArray();
  }

  /** Comparisons for each node. */
  public int positions() {
    return forbidden.length;
  }

  /** The largest value that must differ from all others modulo the prime. */
  public int largest() {
    return IntStream.concat(IntStream.of(forbidden), IntStream.of(allowed)).max().orElseThrow();
  }
}
