package se.samsyn.agent.sealed.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.schemas.sealed.WireReader;

/**
 * The key that this agency offers for the next role. It is used for one attempt: when a manifest
 * names it, its folder becomes that attempt's, and another one is offered.
 */
public final class RoleOffer {
  static final String FILE = "role-key";

  private final SealedFolder folder;
  private final SigningKey signing;
  private final SecureRandom random;

  public RoleOffer(SealedFolder folder, SigningKey signing, SecureRandom random) {
    this.folder = folder;
    this.signing = signing;
    this.random = random;
  }

  /** The key on offer, made now if there is none; it is on the disk before anybody hears of it. */
  public RoleKey current(AgencyId agency) throws IOException {
    EncryptedFiles files = EncryptedFiles.open(folder.offer(), signing, random);
    if (files.read(FILE).isEmpty()) {
      DecryptionKey key = DecryptionKey.generate();
      files.write(
          FILE, new Wire().block(key.exposeSecret()).text(key.encryptionKey().base64()).bytes());
    }
    return RoleKey.offered(agency, read(files).encryptionKey(), signing);
  }

  /**
   * Gives the key to one attempt.
   *
   * @return whether {@code key} is on offer; then it is no more
   */
  boolean claim(EncryptionKey key, Path attempt) throws IOException {
    if (!EncryptedFiles.exist(folder.offer())) {
      return false;
    }
    EncryptedFiles files = EncryptedFiles.open(folder.offer(), signing, random);
    if (files.read(FILE).isEmpty() || !read(files).encryptionKey().equals(key)) {
      return false;
    }
    Files.createDirectories(attempt.getParent());
    Files.move(folder.offer(), attempt, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.syncFolder(attempt.getParent());
    return true;
  }

  static DecryptionKey read(EncryptedFiles files) throws IOException {
    try {
      WireReader in = new WireReader(files.read(FILE).orElseThrow());
      byte[] secret = in.block();
      EncryptionKey key = new EncryptionKey(in.text());
      in.end();
      return DecryptionKey.ofSecret(secret, key);
    } catch (InvalidMessage | IllegalArgumentException e) {
      throw new IOException("the role's key is damaged");
    }
  }
}
