package se.samsyn.demo.world;

import java.util.List;
import java.util.Random;

/**
 * A seeded stream of choices; each maker has its own, so that a change in one leaves the others.
 */
public final class Chance {
  private final Random random;

  public Chance(long seed, String purpose) {
    this.random = new Random(31 * seed + purpose.hashCode());
  }

  /** True in {@code percent} of a hundred. */
  public boolean in100(double percent) {
    return random.nextDouble() * 100 < percent;
  }

  /** A whole number from {@code from} to {@code to}, both included. */
  public int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Many small values and a few large ones, with this mean. */
  public long skewed(double mean) {
    return Math.round(-mean * Math.log(1 - random.nextDouble()));
  }

  Random random() {
    return random;
  }
}
