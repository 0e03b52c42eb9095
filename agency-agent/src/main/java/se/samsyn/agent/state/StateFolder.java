package se.samsyn.agent.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the agent keeps what must outlive it: keys, trust, manifests, drafts, outbox, receipts,
 * ledger. Nobody but the owner may look into it.
 */
public record StateFolder(Path root) {
  public Path signingKey() {
    return root.resolve("keys/signing.key");
  }

  /** The signed enrolment, with the coordinator's pinned key and the address beside it. */
  public Path enrolment() {
    return root.resolve("trust/enrolment.json");
  }

  /** The invitation that the agent enrolled with, its token removed: address and pinned key. */
  public Path trust() {
    return root.resolve("trust/coordinator.properties");
  }

  public Path manifests() {
    return root.resolve("manifests");
  }

  public Path drafts() {
    return root.resolve("drafts");
  }

  public Path outbox() {
    return root.resolve("outbox");
  }

  public Path receipts() {
    return root.resolve("receipts");
  }

  public Path ledger() {
    return root.resolve("ledger.jsonl");
  }

  /** The signed hash of the ledger's last entry. */
  public Path ledgerHead() {
    return root.resolve("ledger.head");
  }

  public Path lock() {
    return root.resolve("lock");
  }

  /**
   * Makes the folder and its parts where they are missing, and closes them to others.
   *
   * @throws IOException when that cannot be done
   */
  public void create() throws IOException {
    Files.createDirectories(root);
    if (DurableFiles.isPosix(root)) {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
    for (Path part :
        new Path[] {
          signingKey().getParent(), trust().getParent(), manifests(), drafts(), outbox(), receipts()
        }) {
      Files.createDirectories(part);
    }
  }
}
