package se.samsyn.schemas.envelope;

import java.util.Objects;

/**
 * Bytes with a signature over them. The payload is opaque until {@link #open} has verified it:
 * verify first, parse after.
 *
 * @param payload the bytes that were signed, exactly
 * @param signature 64 bytes, over the label and the payload
 */
public record Signed(byte[] payload, byte[] signature) {
  public Signed {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(signature, "signature");
  }

  public static Signed by(SigningKey key, Label label, byte[] payload) {
    return new Signed(payload, key.sign(label, payload));
  }

  /**
   * The payload, once it is known to be {@code signer}'s under {@code label}.
   *
   * @throws InvalidMessage when it is not
   */
  public byte[] open(VerificationKey signer, Label label) throws InvalidMessage {
    signer.verify(label, signature, payload);
    return payload.clone();
  }

  /** The hash that names this message, of its payload. */
  public Sha256 hash() {
    return Sha256.of(payload);
  }
}
