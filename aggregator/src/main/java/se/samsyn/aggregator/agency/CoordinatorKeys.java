package se.samsyn.aggregator.agency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.aggregator.step.Step;
import se.samsyn.aggregator.step.Steps;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.SigningKey;

/**
 * The coordinator's two private keys, as they lie in the data folder: one that signs manifests,
 * enrolments and receipts, one that opens submissions.
 */
public record CoordinatorKeys(SigningKey signing, DecryptionKey decryption) {
  public CoordinatorKeys {
    Objects.requireNonNull(signing, "signing");
    Objects.requireNonNull(decryption, "decryption");
  }

  /** Whether the folder has both. */
  public static boolean exist(DataFolder folder) {
    return Files.exists(folder.signingKey()) && Files.exists(folder.encryptionKey());
  }

  /** Makes those that are missing; a key that is there is never replaced. */
  public static CoordinatorKeys create(DataFolder folder, Steps steps) throws IOException {
    folder.create();
    if (!Files.exists(folder.signingKey())) {
      steps.before(Step.INIT_SIGNING_KEY);
      byte[] secret = SigningKey.generate(new SecureRandom()).exposeSecret();
      folder.writeSecret(folder.signingKey(), lines(secret));
    }
    if (!Files.exists(folder.encryptionKey())) {
      steps.before(Step.INIT_ENCRYPTION_KEY);
      DecryptionKey key = DecryptionKey.generate();
      folder.writeSecret(
          folder.encryptionKey(),
          lines(key.exposeSecret(), Base64.getDecoder().decode(key.encryptionKey().base64())));
    }
    return load(folder);
  }

  /**
   * @throws IOException when a file is missing or damaged; the message names it
   */
  public static CoordinatorKeys load(DataFolder folder) throws IOException {
    List<byte[]> signing = read(folder.signingKey(), 1);
    List<byte[]> encryption = read(folder.encryptionKey(), 2);
    try {
      return new CoordinatorKeys(
          SigningKey.ofSecret(signing.get(0)),
          DecryptionKey.ofSecret(
              encryption.get(0),
              new EncryptionKey(Base64.getEncoder().encodeToString(encryption.get(1)))));
    } catch (IllegalArgumentException e) {
      // Without the cause: it may quote the secret.
      throw new IOException("the key files in " + folder.root() + " are damaged");
    }
  }

  private static byte[] lines(byte[]... parts) {
    StringBuilder text = new StringBuilder();
    for (byte[] part : parts) {
      text.append(Base64.getEncoder().encodeToString(part)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<byte[]> read(Path file, int count) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.size() != count) {
      throw new IOException(file + " is damaged: " + count + " line(s) are expected");
    }
    try {
      return lines.stream().map(Base64.getDecoder()::decode).toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged: it is not Base64");
    }
  }

  @Override
  public String toString() {
    return "CoordinatorKeys(secret)";
  }
}
