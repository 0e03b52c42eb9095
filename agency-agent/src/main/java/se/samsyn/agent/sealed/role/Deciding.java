package se.samsyn.agent.sealed.role;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.Refused;

/**
 * Whose contributions may be added: everybody's; after the deadline those that are there; and after
 * an attempt whose tests had begun the same as then, whoever else is there.
 *
 * @param before the agencies of an earlier attempt whose tests had begun
 */
record Deciding(SealedManifest manifest, Optional<Set<AgencyId>> before, Clock clock) {
  /** How far two clocks may be apart. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** All that can be waited for. */
  Set<AgencyId> awaited() {
    return before.orElseGet(() -> Set.copyOf(manifest.agencies()));
  }

  /** Whether those who are late may be left out by now, by this clock. */
  boolean isLate() {
    return !clock.instant().isBefore(manifest.deadline());
  }

  /**
   * What another role has decided must be what it may decide.
   *
   * @throws Refused when agencies are left out that are not late, or are not those of before
   */
  void require(Set<AgencyId> agencies) throws Refused {
    if (before.isPresent() && !before.get().equals(agencies)) {
      throw new Refused(Refused.Reason.OTHER_AGENCIES);
    }
    boolean late = !clock.instant().plus(TOLERANCE).isBefore(manifest.deadline());
    if (!agencies.containsAll(awaited()) && !late) {
      throw new Refused(Refused.Reason.LEFT_OUT_EARLY);
    }
  }
}
