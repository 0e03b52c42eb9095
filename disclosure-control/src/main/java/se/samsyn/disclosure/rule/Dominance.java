package se.samsyn.disclosure.rule;

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
    return Math.multiplyHigh(largest, 100) != 0
        || Math.multiplyHigh(sum, percent) != 0
        || largest * 100 > sum * percent;
  }

  /**
   * The smallest excess that would make the sum safe is left open upwards: the upper bound must be
   * at least largest x 100 / percent, for then the largest could be the wanted share.
   */
  public Requirement forAmount(long sum, long largest) {
    long safe = Math.max(sum, (long) Math.ceil(largest * 100.0 / percent));
    return new Requirement(sum, safe, Math.max(2, safe - sum));
  }
}
