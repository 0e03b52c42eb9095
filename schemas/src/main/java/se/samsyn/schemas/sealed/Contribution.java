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

  /**
   * Reads what {@link #bytes} made; who signed it is for {@link #verify} to tell.
   *
   * @throws InvalidMessage when it is anything else
   */
  public static Contribution read(byte[] bytes) throws InvalidMessage {
    WireReader in = new WireReader(bytes);
    try {
      Contribution contribution =
          new Contribution(
              Sha256.ofHash(in.block()),
              new AgencyId(in.text()),
              Sha256.ofHash(in.block()),
              Sha256.ofHash(in.block()));
      in.end();
      return contribution;
    } catch (IllegalArgumentException e) {
      throw new InvalidMessage("not an agency's word for its parts");
    }
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
