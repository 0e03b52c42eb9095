package se.samsyn.schemas.envelope;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * The private key that opens what was encrypted to its {@link EncryptionKey}. It never prints
 * itself.
 */
public final class DecryptionKey {
  private final AsymmetricCipherKeyPair pair;

  private DecryptionKey(AsymmetricCipherKeyPair pair) {
    this.pair = pair;
  }

  public static DecryptionKey generate() {
    return new DecryptionKey(Suite.hpke().generatePrivateKey());
  }

  /**
   * @throws IllegalArgumentException when {@code secret} or {@code publicKey} is not the key pair's
   *     serialization
   */
  public static DecryptionKey ofSecret(byte[] secret, EncryptionKey publicKey) {
    return new DecryptionKey(
        Suite.hpke().deserializePrivateKey(secret, Base64.getDecoder().decode(publicKey.base64())));
  }

  public EncryptionKey encryptionKey() {
    return new EncryptionKey(
        Base64.getEncoder().encodeToString(Suite.hpke().serializePublicKey(pair.getPublic())));
  }

  /**
   * Opens what {@link EncryptionKey#encrypt} made for the same label and context.
   *
   * @throws InvalidMessage when the key, the label, the context or any byte is another
   */
  public byte[] decrypt(Label label, byte[] message, byte[]... context) throws InvalidMessage {
    if (message.length < EncryptionKey.OVERHEAD) {
      throw new InvalidMessage("the encrypted message is too short");
    }
    byte[] encapsulation = Arrays.copyOf(message, Suite.ENCAPSULATION_SIZE);
    byte[] ciphertext = Arrays.copyOfRange(message, Suite.ENCAPSULATION_SIZE, message.length);
    try {
      return Suite.hpke()
          .setupBaseR(encapsulation, pair, Framing.frame(label, context))
          .open(new byte[0], ciphertext);
    } catch (InvalidCipherTextException | RuntimeException e) {
      // A low-order point surfaces as an unchecked exception; to the sender all failures are one.
      throw new InvalidMessage("the message does not open with this key and context");
    }
  }

  /** The secret itself, for the key store alone. */
  public byte[] exposeSecret() {
    return Suite.hpke().serializePrivateKey(pair.getPrivate());
  }

  @Override
  public String toString() {
    return "DecryptionKey(secret)";
  }
}
