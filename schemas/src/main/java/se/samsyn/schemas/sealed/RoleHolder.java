package se.samsyn.schemas.sealed;

import java.util.Objects;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.RoleKey;

/**
 * An agency in a role of one attempt.
 *
 * @param key made for this attempt alone, and erased with it
 */
public record RoleHolder(
    AgencyId agency, AuthorityId authority, VerificationKey signingKey, RoleKey key) {
  public RoleHolder {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(signingKey, "signingKey");
    Objects.requireNonNull(key, "key");
  }

  public EncryptionKey encryptionKey() {
    return key.key();
  }

  /** Whether the key is this agency's own offer, by the signature on it. */
  public boolean offeredTheKey() {
    try {
      key.verify(signingKey);
      return key.agency().equals(agency);
    } catch (InvalidMessage e) {
      return false;
    }
  }
}
