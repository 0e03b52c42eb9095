package se.samsyn.disclosure.rule;

/**
 * Cells of 1..k-1 distinct persons are unsafe: the attacker must be left with an upper bound of at
 * least k and a width of at least 2.
 *
 * @param k at least {@link #FLOOR}
 */
public record MinimumFrequency(int k) {
  /** No setting goes below this. */
  public static final int FLOOR = 3;

  public MinimumFrequency {
    if (k < FLOOR) {
      throw new IllegalArgumentException("the minimum frequency must be at least " + FLOOR);
    }
  }

  public boolean isUnsafe(long persons) {
    return persons > 0 && persons < k;
  }

  /** For the count of persons itself. */
  public Requirement forPersons(long persons) {
    return new Requirement(persons, Math.max(persons, k), 2);
  }

  /**
   * For a sum or a count of events over too few persons. Half of the amount is the width: with one
   * contributor the sum is that person's own amount, with several each knows its own part and could
   * otherwise come close to the rest. An absolute floor of 2 holds where half is less, zero
   * included.
   */
  public Requirement forAmount(long amount) {
    return new Requirement(amount, amount, Math.max(2, amount / 2 + amount % 2));
  }
}
