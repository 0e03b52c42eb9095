package se.samsyn.agent.sealed.contribute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.Contributor;
import se.samsyn.agent.sealed.state.EncryptedFiles;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.sealed.SealedManifest;

/**
 * What this agency has contributed to a sealed collection, encrypted on its own disk, until the
 * collection is opened: the table, and for each attempt the secrets of its contribution.
 */
final class FrozenTables {
  private static final String TABLE = "table";

  private final Path folder;
  private final SigningKey signing;
  private final SecureRandom random;
  private final Steps steps;

  FrozenTables(
      SealedFolder sealed,
      SealedManifest manifest,
      SigningKey signing,
      SecureRandom random,
      Steps steps) {
    this.folder = sealed.frozen(manifest.definitionHash(), manifest.period().toString());
    this.signing = signing;
    this.random = random;
    this.steps = steps;
  }

  Optional<FrozenTable> find() throws IOException {
    if (!EncryptedFiles.exist(folder)) {
      return Optional.empty();
    }
    Optional<byte[]> kept = files().read(TABLE);
    try {
      return kept.isEmpty() ? Optional.empty() : Optional.of(FrozenTable.read(kept.get()));
    } catch (InvalidMessage e) {
      throw new IOException("the frozen table is damaged");
    }
  }

  /** Keeps the table; from here on nothing else is contributed. */
  void freeze(FrozenTable table) throws IOException {
    files().write(TABLE, table.bytes());
    steps.reached(Step.TABLE_FROZEN);
  }

  /** Names the frozen table without telling anything of it: by its encrypted bytes. */
  Sha256 name() throws IOException {
    return Sha256.of(Files.readAllBytes(folder.resolve(TABLE + ".enc")));
  }

  /** The secrets of this agency's contribution to one attempt, made once. */
  Contributor.Secrets secrets(SealedManifest manifest, Contributor contributor) throws IOException {
    String name = "secrets-" + manifest.hash();
    EncryptedFiles files = files();
    Optional<byte[]> kept = files.read(name);
    if (kept.isPresent()) {
      try {
        return Contributor.Secrets.read(kept.get());
      } catch (InvalidMessage e) {
        throw new IOException("the secrets of a contribution are damaged");
      }
    }
    Contributor.Secrets secrets = contributor.secrets();
    files.write(name, secrets.bytes());
    steps.reached(Step.SECRETS_STORED);
    return secrets;
  }

  /** The collection is over: nothing of it is needed any more. */
  void erase() throws IOException {
    EncryptedFiles.erase(folder);
  }

  private EncryptedFiles files() throws IOException {
    return EncryptedFiles.open(folder, signing, random);
  }
}
