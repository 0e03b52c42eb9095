package se.samsyn.schemas.message;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;

/**
 * A submission on the wire: encrypted first (HPKE, bound to manifest, agency and id), then signed.
 *
 * @param ciphertext encapsulated key and ciphertext
 * @param signature the agency's, over label, manifest, agency, id and ciphertext
 */
public record SubmissionEnvelope(
    Sha256 manifest, AgencyId agency, SubmissionId id, byte[] ciphertext, byte[] signature) {
  public SubmissionEnvelope {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(ciphertext, "ciphertext");
    Objects.requireNonNull(signature, "signature");
  }

  /**
   * Encrypts {@code plaintext} (the canonical bytes of a {@link Submission}) to {@code to} and
   * signs it as {@code as}.
   */
  public static SubmissionEnvelope of(
      Sha256 manifest,
      AgencyId agency,
      SubmissionId id,
      byte[] plaintext,
      EncryptionKey to,
      SigningKey as) {
    byte[][] context = context(manifest, agency, id);
    byte[] ciphertext = to.encrypt(Label.SUBMISSION, plaintext, context);
    byte[] signature = as.sign(Label.SUBMISSION, context[0], context[1], context[2], ciphertext);
    return new SubmissionEnvelope(manifest, agency, id, ciphertext, signature);
  }

  /**
   * Verifies, then opens.
   *
   * @return the plaintext, not yet parsed
   * @throws InvalidMessage when the signature is not {@code signer}'s or the ciphertext does not
   *     open
   */
  public byte[] open(VerificationKey signer, DecryptionKey key) throws InvalidMessage {
    verify(signer);
    return decrypt(key);
  }

  /**
   * The first half of {@link #open}, for who has more to check before anything is decrypted.
   *
   * @throws InvalidMessage when the signature is not {@code signer}'s
   */
  public void verify(VerificationKey signer) throws InvalidMessage {
    byte[][] context = context(manifest, agency, id);
    signer.verify(Label.SUBMISSION, signature, context[0], context[1], context[2], ciphertext);
  }

  /**
   * The second half of {@link #open}; only after {@link #verify}.
   *
   * @throws InvalidMessage when the ciphertext does not open
   */
  public byte[] decrypt(DecryptionKey key) throws InvalidMessage {
    return key.decrypt(Label.SUBMISSION, ciphertext, context(manifest, agency, id));
  }

  private static byte[][] context(Sha256 manifest, AgencyId agency, SubmissionId id) {
    return new byte[][] {
      manifest.bytes(),
      agency.value().getBytes(StandardCharsets.US_ASCII),
      id.value().getBytes(StandardCharsets.US_ASCII)
    };
  }
}
