package se.samsyn.disclosure.history;

import java.util.Objects;
import java.util.Optional;
import se.samsyn.disclosure.rule.Requirement;

/**
 * One figure of an earlier release.
 *
 * @param value the true value, hidden or not
 * @param hiddenFor for a hidden cell what an attacker must be left with; empty if it was published
 */
public record ReleasedCell(Footprint footprint, long value, Optional<Requirement> hiddenFor) {
  public ReleasedCell {
    Objects.requireNonNull(footprint, "footprint");
    Objects.requireNonNull(hiddenFor, "hiddenFor");
  }

  public static ReleasedCell published(Footprint footprint, long value) {
    return new ReleasedCell(footprint, value, Optional.empty());
  }

  /** An unsafe cell that was not shown. */
  public static ReleasedCell hidden(Footprint footprint, long value, Requirement requirement) {
    return new ReleasedCell(footprint, value, Optional.of(requirement));
  }

  /** A cell that was not shown for the sake of others. */
  public static ReleasedCell hidden(Footprint footprint, long value) {
    return hidden(footprint, value, Requirement.notExact(value));
  }
}
