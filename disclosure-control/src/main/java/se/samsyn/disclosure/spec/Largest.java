package se.samsyn.disclosure.spec;

/** The largest contributions to each cell, in descending order; 0 where there are fewer. */
final class Largest {
  private final int kept;
  private final long[] values;

  Largest(int cells, int kept) {
    this.kept = kept;
    this.values = new long[Math.multiplyExact(cells, kept)];
  }

  int kept() {
    return kept;
  }

  void offer(int cell, long amount) {
    int first = cell * kept;
    int at = first + kept;
    while (at > first && values[at - 1] < amount) {
      at--;
      if (at < first + kept - 1) {
        values[at + 1] = values[at];
      }
    }
    if (at < first + kept) {
      values[at] = amount;
    }
  }

  /** The {@code rank}-th largest contribution, from 0. */
  long at(int cell, int rank) {
    return rank < kept ? values[cell * kept + rank] : 0;
  }

  /** What the {@code count} largest hold together. */
  long together(int cell, int count) {
    long sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum = Math.addExact(sum, at(cell, rank));
    }
    return sum;
  }
}
