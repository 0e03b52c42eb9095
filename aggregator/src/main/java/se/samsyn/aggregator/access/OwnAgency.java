package se.samsyn.aggregator.access;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.message.AgencyId;

/** Which agency somebody who is logged in belongs to; it stands in the signed session. */
public final class OwnAgency {
  private static final String CLAIM = "agency";

  private OwnAgency() {}

  /** Empty for everybody but an agency's people. */
  public static Optional<AgencyId> of(Authentication who) {
    return who.getRoles().contains(Role.AGENCY.word())
        ? Optional.of(new AgencyId(who.getAttributes().get(CLAIM).toString()))
        : Optional.empty();
  }

  static Map<String, Object> claim(Optional<AgencyId> agency) {
    return agency.<Map<String, Object>>map(a -> Map.of(CLAIM, a.value())).orElse(Map.of());
  }
}
