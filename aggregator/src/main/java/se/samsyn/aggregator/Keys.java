package se.samsyn.aggregator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.SigningKey;

/**
 * The coordinator's signing key, which every agent pins, and the key that submissions are encrypted
 * to. Both are made once and live in the data folder.
 */
public record Keys(SigningKey signing, DecryptionKey decryption) {
  /** Whether the folder has both. */
  public static boolean exist(DataFolder folder) {
    return Files.exists(folder.signingKey()) && Files.exists(folder.encryptionKey());
  }

  /**
   * Makes the keys that are missing; those that exist are never replaced.
   *
   * @throws IOException when the folder cannot be written
   */
  public static Keys makeMissing(DataFolder folder) throws IOException {
    folder.create();
    if (!Files.exists(folder.signingKey())) {
      DataFolder.writeSecret(
          folder.signingKey(), line(SigningKey.generate(new SecureRandom()).exposeSecret()));
    }
    if (!Files.exists(folder.encryptionKey())) {
      DecryptionKey key = DecryptionKey.generate();
      String text = base64(key.exposeSecret()) + "\n" + key.encryptionKey() + "\n";
      DataFolder.writeSecret(folder.encryptionKey(), text.getBytes(StandardCharsets.US_ASCII));
    }
    return load(folder);
  }

  /**
   * Loads the keys.
   *
   * @throws IOException when they are missing or are not keys
   */
  public static Keys load(DataFolder folder) throws IOException {
    try {
      byte[] signing = Base64.getDecoder().decode(Files.readString(folder.signingKey()).strip());
      List<String> encryption = Files.readAllLines(folder.encryptionKey());
      return new Keys(
          SigningKey.ofSecret(signing),
          DecryptionKey.ofSecret(
              Base64.getDecoder().decode(encryption.get(0)), new EncryptionKey(encryption.get(1))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(
          "the key files in " + folder.root() + " are damaged; restore them from a backup");
    }
  }

  private static byte[] line(byte[] secret) {
    return (base64(secret) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Keys[secret]";
  }
}
