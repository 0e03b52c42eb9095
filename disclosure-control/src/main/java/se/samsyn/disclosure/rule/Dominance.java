package se.samsyn.disclosure.rule;

import java.math.BigInteger;

/**
 * (n,k) dominance: a sum is unsafe where its {@code contributors} largest contributions hold more
 * than {@code percent} per cent of it. (Hundepool et al. 2012, 4.2.2.)
 */
public record Dominance(int contributors, int percent) {
  public Dominance {
    if (contributors < 1 || percent < 1 || percent > 100) {
      throw new IllegalArgumentException("dominance needs contributors >= 1 and percent 1..100");
    }
  }

  /**
   * @param largest the sum of the {@code contributors} largest contributions
   */
  public boolean isUnsafe(long sum, long largest) {
    return product(largest, 100).compareTo(product(sum, percent)) > 0;
  }

  /**
   * The smallest excess that would make the sum safe is left open upwards: the upper bound must be
   * at least largest x 100 / percent, for then the largest could be the wanted share.
   *
   * @throws ArithmeticException if that leaves 64 bits
   */
  public Requirement forAmount(long sum, long largest) {
    BigInteger[] least = product(largest, 100).divideAndRemainder(BigInteger.valueOf(percent));
    BigInteger safe =
        least[0].add(BigInteger.valueOf(least[1].signum())).max(BigInteger.valueOf(sum));
    long open = safe.longValueExact();
    return new Requirement(sum, open, Math.max(2, open - sum));
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
