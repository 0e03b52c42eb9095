package se.samsyn.schemas.sealed;

import java.util.Objects;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.ProtectionPolicy.Dominance;

/**
 * A sum (days, money) that rides along with the counts.
 *
 * @param fewest m0: the fewest persons that an agency's own part may have, where it has any
 */
public record SealedMagnitude(MeasureId id, int fewest) {
  public SealedMagnitude {
    Objects.requireNonNull(id, "id");
    if (fewest < 1) {
      throw new IllegalArgumentException("at least one person must stand behind an amount");
    }
  }

  /**
   * The fewest persons that can pass a dominance rule: with equal amounts the n largest of c hold
   * n/c of the sum.
   */
  public static int fewest(Dominance rule) {
    return (100 * rule.contributors() + rule.percent() - 1) / rule.percent();
  }
}
