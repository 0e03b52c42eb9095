package se.samsyn.disclosure.cube;

import java.util.Objects;
import java.util.Optional;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * The primary rules of a table.
 *
 * @param dominance for sums, where the largest contributions are given
 * @param protectZeros whether a cell of nobody is as unsafe as one of few
 * @param groupDisclosure whether a class that holds its whole total is unsafe
 */
public record Policy(
    MinimumFrequency minimumFrequency,
    Optional<Dominance> dominance,
    boolean protectZeros,
    boolean groupDisclosure) {
  public Policy {
    Objects.requireNonNull(minimumFrequency, "minimumFrequency");
    Objects.requireNonNull(dominance, "dominance");
  }

  /** Minimum frequency alone. */
  public static Policy minimumFrequency(int k) {
    return new Policy(new MinimumFrequency(k), Optional.empty(), false, false);
  }
}
