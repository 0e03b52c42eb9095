package se.samsyn.agent.tabulate;

import java.util.Arrays;

/** Adds up amounts in every cell of a cube. Amounts add up along every dimension. */
final class Amounts {
  private final Shape shape;
  private final long[] values;

  Amounts(Shape shape) {
    this.shape = shape;
    this.values = new long[shape.size()];
  }

  void add(int cell, long amount) {
    values[cell] = Math.addExact(values[cell], amount);
  }

  /** The sums of all cells; nothing may be added after. */
  long[] sums() {
    boolean[] all = new boolean[shape.dimensions()];
    Arrays.fill(all, true);
    shape.addUp(values, all);
    return values;
  }
}
