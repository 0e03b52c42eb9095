package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/**
 * How a definition's tables are protected. An agency may raise the minimum frequency, never lower
 * it.
 *
 * @param minimumFrequency a cell of 1..k-1 distinct persons is unsafe; at least {@link #FLOOR}
 * @param dominance for sums: unsafe where the largest contributions are too much of the cell
 * @param zeros whether a cell of nobody may be shown
 * @param groupDisclosure whether a full class of a distribution (everyone in it) is unsafe
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProtectionPolicy(
    int minimumFrequency, Optional<Dominance> dominance, Zeros zeros, boolean groupDisclosure) {
  /** No definition, agency or setting goes below this. */
  public static final int FLOOR = 3;

  public ProtectionPolicy {
    dominance = dominance == null ? Optional.empty() : dominance;
    Objects.requireNonNull(zeros, "zeros");
    if (minimumFrequency < FLOOR || minimumFrequency > 1000) {
      throw new IllegalArgumentException("minimumFrequency must be " + FLOOR + "..1000");
    }
  }

  /** This policy with a minimum frequency of at least {@code k}. */
  public ProtectionPolicy raisedTo(int k) {
    return new ProtectionPolicy(Math.max(minimumFrequency, k), dominance, zeros, groupDisclosure);
  }

  /**
   * (n,k) dominance: the {@code contributors} largest hold more than {@code percent} of the sum.
   */
  public record Dominance(int contributors, int percent) {
    public Dominance {
      if (contributors < 1 || contributors > 5 || percent < 1 || percent > 100) {
        throw new IllegalArgumentException("dominance: contributors 1..5, percent 1..100");
      }
    }
  }
}
