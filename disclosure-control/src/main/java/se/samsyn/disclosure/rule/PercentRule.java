package se.samsyn.disclosure.rule;

/**
 * The p% rule: a sum is unsafe where a group of contributors, who put together what they know of
 * their own parts, can estimate the largest contribution of anybody else to within p per cent of
 * it. The worst group are the {@code group} largest after the largest. (Hundepool et al. 2012,
 * 4.2.2; with group = 1 the rule as it is commonly known.)
 *
 * @param percent p
 * @param group how many contributors act together, at least 1
 */
public record PercentRule(int percent, int group) {
  public PercentRule {
    if (percent < 1 || percent > 1000 || group < 1) {
      throw new IllegalArgumentException("p% needs p 1..1000 and a group of at least 1");
    }
  }

  /** How many of the largest contributions the rule looks at. */
  public int contributors() {
    return group + 1;
  }

  /**
   * @param largest the largest contribution
   * @param together what the {@link #contributors()} largest hold, the largest included
   */
  public boolean isUnsafe(long sum, long largest, long together) {
    return largest > 0 && missing(sum, largest, together) > 0;
  }

  /**
   * The group subtracts its own parts from the bounds of the sum: both must be so far away that the
   * largest is not known within p per cent, and never nearer than 1.
   */
  public Requirement forAmount(long sum, long largest, long together) {
    long missing = Math.max(1, missing(sum, largest, together));
    return new Requirement(Math.max(0, sum - missing), Math.addExact(sum, missing), 2);
  }

  /** By how much the uncertainty falls short of p per cent of the largest. */
  private long missing(long sum, long largest, long together) {
    long wanted =
        Math.addExact(
            Math.multiplyExact(largest / 100, (long) percent),
            (largest % 100 * percent + 99) / 100);
    return wanted - (sum - together);
  }
}
