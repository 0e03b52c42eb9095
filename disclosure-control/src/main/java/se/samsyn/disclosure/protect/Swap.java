package se.samsyn.disclosure.protect;

import java.util.Arrays;
import java.util.stream.IntStream;
import se.samsyn.disclosure.protect.Axes.Axis;

/**
 * Along one axis a place rises and another falls, each with one place per level below it, and with
 * the totals of both up to where they meet; or nothing falls, and the grand total rises too.
 *
 * @param places what moves
 * @param rises whether each rises
 * @param cost of all of it
 */
@SuppressWarnings("ArrayRecordComponent")
record Swap(int[] places, boolean[] rises, double cost) {
  /** What it costs that a place rises, and that it falls. */
  @SuppressWarnings("ArrayRecordComponent")
  record Costs(double[] rise, double[] fall) {}

  /** The place alone, which does not balance: what a search begins with. */
  static Swap still(int place) {
    return new Swap(new int[] {place}, new boolean[] {true}, Double.MAX_VALUE);
  }

  /** The cheapest one in which a place rises. */
  static Swap cheapest(Axis axis, int place, Costs costs) {
    Chains rising = new Chains(axis, costs.rise);
    Chains falling = new Chains(axis, costs.fall);
    double climbed = 0;
    double least = Double.MAX_VALUE;
    int turn = -1;
    int fallen = -1;
    int at = place;
    for (int total = axis.total()[at]; total >= 0; total = axis.total()[at]) {
      for (int other : axis.parts()[total]) {
        if (other != at && climbed + falling.cost(other) < least) {
          least = climbed + falling.cost(other);
          turn = at;
          fallen = other;
        }
      }
      climbed += costs.rise[total];
      at = total;
    }
    if (climbed < least) {
      least = climbed;
      turn = at;
      fallen = -1;
    }
    int[] up = IntStream.concat(rising.from(place), axis.above(place, turn)).toArray();
    int[] down = fallen < 0 ? new int[0] : falling.from(fallen).toArray();
    boolean[] rises = new boolean[up.length + down.length];
    Arrays.fill(rises, 0, up.length, true);
    return new Swap(
        IntStream.concat(IntStream.of(up), IntStream.of(down)).toArray(),
        rises,
        rising.cost(place) + least);
  }

  /** The cheapest ways from places down to the finest level, one place per level. */
  private static final class Chains {
    private final Axis axis;
    private final double[] costs;
    private final double[] known;

    Chains(Axis axis, double[] costs) {
      this.axis = axis;
      this.costs = costs;
      this.known = new double[axis.size()];
      Arrays.fill(known, -1);
    }

    double cost(int place) {
      if (known[place] < 0) {
        int next = next(place);
        known[place] = costs[place] + (next < 0 ? 0 : cost(next));
      }
      return known[place];
    }

    /** -1 at the finest level. */
    private int next(int place) {
      int next = -1;
      for (int part : axis.parts()[place]) {
        next = next < 0 || cost(part) < cost(next) ? part : next;
      }
      return next;
    }

    IntStream from(int place) {
      return IntStream.iterate(place, p -> p >= 0, this::next);
    }
  }
}
