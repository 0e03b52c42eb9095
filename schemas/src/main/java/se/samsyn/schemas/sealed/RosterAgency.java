package se.samsyn.schemas.sealed;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;

/**
 * An agency that may contribute.
 *
 * @param units the leaf units whose persons it may hold
 */
public record RosterAgency(
    AgencyId agency, AuthorityId authority, VerificationKey signingKey, Set<String> units) {
  public RosterAgency {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(signingKey, "signingKey");
    units = java.util.Collections.unmodifiableSet(new TreeSet<>(units));
  }
}
