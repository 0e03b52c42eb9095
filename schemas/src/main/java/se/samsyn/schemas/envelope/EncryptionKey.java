package se.samsyn.schemas.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/** A public key to encrypt to: X25519, written as the Base64 of its 32 bytes. */
public record EncryptionKey(@JsonValue String base64) {
  /** Bytes that encryption adds: the encapsulated key and the tag. */
  public static final int OVERHEAD = Suite.ENCAPSULATION_SIZE + 16;

  /**
   * @throws IllegalArgumentException when {@code base64} is not a canonical Base64 text of 32 bytes
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EncryptionKey {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != Suite.ENCAPSULATION_SIZE
        || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("an X25519 public key is 32 bytes in Base64");
    }
  }

  /**
   * HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, a
   * single message.
   *
   * @param context what the message belongs to (manifest hash, agency, submission id ...): bound as
   *     HPKE info, so that it opens only in that context
   * @return the 32 bytes of the encapsulated key, then the ciphertext with its tag
   */
  public byte[] encrypt(Label label, byte[] plaintext, byte[]... context) {
    try {
      var hpke = Suite.hpke();
      HPKEContextWithEncapsulation sender =
          hpke.setupBaseS(
              hpke.deserializePublicKey(Base64.getDecoder().decode(base64)),
              Framing.frame(label, context));
      byte[] encapsulation = sender.getEncapsulation();
      byte[] ciphertext = sender.seal(new byte[0], plaintext);
      byte[] all = Arrays.copyOf(encapsulation, encapsulation.length + ciphertext.length);
      System.arraycopy(ciphertext, 0, all, encapsulation.length, ciphertext.length);
      return all;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("HPKE could not encrypt", e);
    }
  }

  @Override
  public String toString() {
    return base64;
  }
}
