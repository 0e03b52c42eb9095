package se.samsyn.schemas.envelope;

import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 private key (RFC 8032). It never prints itself. */
public final class SigningKey {
  /** Length of {@link #exposeSecret()} in bytes. */
  public static final int SIZE = Ed25519PrivateKeyParameters.KEY_SIZE;

  private final Ed25519PrivateKeyParameters key;

  private SigningKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
  }

  public static SigningKey generate(SecureRandom random) {
    return new SigningKey(new Ed25519PrivateKeyParameters(random));
  }

  /**
   * @throws IllegalArgumentException when {@code secret} is not 32 bytes
   */
  public static SigningKey ofSecret(byte[] secret) {
    if (secret.length != SIZE) {
      throw new IllegalArgumentException("an Ed25519 private key is 32 bytes");
    }
    return new SigningKey(new Ed25519PrivateKeyParameters(secret, 0));
  }

  public VerificationKey verificationKey() {
    return new VerificationKey(
        Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded()));
  }

  /** The 64 bytes of the signature over the label and the parts. */
  public byte[] sign(Label label, byte[]... parts) {
    byte[] framed = Framing.frame(label, parts);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(framed, 0, framed.length);
    return signer.generateSignature();
  }

  /** The secret itself, for the key store alone. */
  public byte[] exposeSecret() {
    return key.getEncoded();
  }

  @Override
  public String toString() {
    return "SigningKey(secret)";
  }
}
