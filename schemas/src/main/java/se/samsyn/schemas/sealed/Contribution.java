package se.samsyn.schemas.sealed;

import java.util.Arrays;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.message.AgencyId;

/**
 * An agency's word for both of its parts together.
 *
 * @param partA hash of what is encrypted to A
 * @param partB hash of what is encrypted to B: of the encrypted key and of the hashes of all chunks
 */
public record Contribution(Sha256 manifest, AgencyId agency, Sha256 partA, Sha256 partB) {
  public byte[] bytes() {
    return new Wire()
        .block(manifest.bytes())
        .text(agency.value())
        .block(partA.bytes())
        .block(partB.bytes())
        .bytes();
  }

  public Signed signedBy(SigningKey key) {
    return Signed.by(key, Label.SEALED_CONTRIBUTION, bytes());
  }

  /**
   * @throws InvalidMessage when {@code message} is not this very contribution, signed by its agency
   */
  public void verify(Signed message, VerificationKey signer) throws InvalidMessage {
    if (!Arrays.equals(message.open(signer, Label.SEALED_CONTRIBUTION), bytes())) {
      throw new InvalidMessage("the contribution names other parts, another agency or manifest");
    }
  }
}
