package se.samsyn.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 public key (RFC 8032), written as the Base64 of its 32 bytes. */
public record VerificationKey(@JsonValue String base64) {
  /**
   * @throws IllegalArgumentException when {@code base64} is not a canonical Base64 text of a valid
   *     public key
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VerificationKey {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != Ed25519PublicKeyParameters.KEY_SIZE
        || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("an Ed25519 public key is 32 bytes in Base64");
    }
    new Ed25519PublicKeyParameters(bytes, 0);
  }

  /**
   * Returns only if {@code signature} is this key's over the label and the parts; there is no
   * boolean to ignore.
   *
   * @throws InvalidMessage when it is not
   */
  public void verify(Label label, byte[] signature, byte[]... parts) throws InvalidMessage {
    byte[] framed = Framing.frame(label, parts);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(base64), 0));
    signer.update(framed, 0, framed.length);
    if (signature.length != 64 || !signer.verifySignature(signature)) {
      throw new InvalidMessage("the signature does not verify");
    }
  }

  /** The first 16 digits of the key's hash in groups of four, for people to compare. */
  public String fingerprint() {
    String hex = Sha256.of(Base64.getDecoder().decode(base64)).hex();
    return String.join(
        "-", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12), hex.substring(12, 16));
  }

  @Override
  public String toString() {
    return base64;
  }
}
