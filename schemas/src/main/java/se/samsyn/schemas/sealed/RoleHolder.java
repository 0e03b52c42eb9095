package se.samsyn.schemas.sealed;

import java.util.Objects;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;

/**
 * An agency in a role of one attempt.
 *
 * @param encryptionKey made for this attempt alone, and erased with it
 */
public record RoleHolder(
    AgencyId agency,
    AuthorityId authority,
    VerificationKey signingKey,
    EncryptionKey encryptionKey) {
  public RoleHolder {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(signingKey, "signingKey");
    Objects.requireNonNull(encryptionKey, "encryptionKey");
  }
}
