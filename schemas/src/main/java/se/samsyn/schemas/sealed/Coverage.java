package se.samsyn.schemas.sealed;

import java.util.Set;
import se.samsyn.schemas.message.AgencyId;

/** Whether enough agencies stand behind every leaf unit. */
final class Coverage {
  private Coverage() {}

  /** At least t + 2, so that what t of them do not hold is never one agency's alone. */
  static boolean isEnough(SealedManifest manifest, Set<AgencyId> agencies) {
    return manifest.units().leaves().stream()
        .allMatch(
            unit ->
                manifest.roster().stream()
                        .filter(a -> agencies.contains(a.agency()))
                        .filter(a -> a.units().contains(unit.code()))
                        .count()
                    >= manifest.t() + 2L);
  }
}
