package se.samsyn.schemas.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;

/**
 * A key that an agency offers for a role in one attempt of a sealed collection. It is signed by the
 * agency itself, so that nobody else, the coordinator included, can put a key of their own in its
 * place.
 *
 * @param signature the agency's, in Base64
 */
public record RoleKey(AgencyId agency, EncryptionKey key, String signature) {
  public RoleKey {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(key, "key");
    Base64.getDecoder().decode(signature);
  }

  public static RoleKey offered(AgencyId agency, EncryptionKey key, SigningKey signing) {
    byte[] signature =
        signing.sign(Label.SEALED_ROLE_KEY, text(agency.value()), text(key.base64()));
    return new RoleKey(agency, key, Base64.getEncoder().encodeToString(signature));
  }

  /**
   * @throws InvalidMessage when {@code signer} did not offer this key
   */
  public void verify(VerificationKey signer) throws InvalidMessage {
    signer.verify(
        Label.SEALED_ROLE_KEY,
        Base64.getDecoder().decode(signature),
        text(agency.value()),
        text(key.base64()));
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }
}
