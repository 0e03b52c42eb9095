package se.samsyn.schemas.sealed;

import java.util.Objects;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Counting;

/**
 * When a joint node is safe for every onlooker, t contributors together included. The proof is in
 * docs/sealed-collection.md, "The rule".
 *
 * @param k minimum frequency
 * @param t how many agencies may put together what they know
 * @param n agencies in the roster, also when fewer contribute
 */
public record Rule(Counting counting, int k, int t, int n) {
  public Rule {
    Objects.requireNonNull(counting, "counting");
    if (k < 1 || t < 1 || n < 1) {
      throw new IllegalArgumentException("k, t and n are at least 1");
    }
    if ((long) n * (n + 1) > 60_000 || (long) n * k > 30_000) {
      throw new IllegalArgumentException("too many agencies for one sealed collection");
    }
  }

  /** What an agency with {@code count} persons in a node adds to the tested sum. */
  public int contribution(long count) {
    if (counting == Counting.DISJOINT) {
      return (int) Math.min(count, k);
    }
    return count == 0 ? 0 : count < k ? 1 : n + 1;
  }

  /** What {@link #contribution} can be: an agency that sends anything else is found out. */
  public int[] contributions() {
    return counting == Counting.DISJOINT
        ? IntStream.rangeClosed(0, k).toArray()
        : new int[] {0, 1, n + 1};
  }

  /** Lists for the test of counts. */
  public ValueLists counts() {
    return lists(greatestUnsafe());
  }

  /** Lists for the test of persons behind an amount: their reserve is m0 instead of one. */
  public ValueLists persons(SealedMagnitude magnitude) {
    return lists(greatestUnsafe() + magnitude.fewest() - 1);
  }

  /** Lists for the sum of dominance flags: nobody's may be raised. */
  public ValueLists dominance() {
    return ValueLists.padded(IntStream.rangeClosed(1, n).toArray(), new int[] {0}, n + 1);
  }

  /** A true joint count from 1 to this is never opened. */
  public long greatestClosedCount() {
    return (t + 1L) * k;
  }

  private int greatestUnsafe() {
    return (t + 1) * (counting == Counting.DISJOINT ? k : n + 1);
  }

  private ValueLists lists(int greatest) {
    int[] possible = sums();
    return ValueLists.padded(
        IntStream.of(possible).filter(v -> v > 0 && v <= greatest).toArray(),
        IntStream.of(possible).filter(v -> v == 0 || v > greatest).toArray(),
        possible[possible.length - 1] + 1);
  }

  /** Every sum that n contributions can have, ascending. */
  private int[] sums() {
    if (counting == Counting.DISJOINT) {
      return IntStream.rangeClosed(0, n * k).toArray();
    }
    return IntStream.rangeClosed(0, n)
        .flatMap(many -> IntStream.rangeClosed(0, n - many).map(few -> many * (n + 1) + few))
        .toArray();
  }
}
