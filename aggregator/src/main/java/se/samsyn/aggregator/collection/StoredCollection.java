package se.samsyn.aggregator.collection;

import java.time.Instant;
import java.util.Optional;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * A version of a collection.
 *
 * @param hash of the signed payload; names it everywhere
 * @param signed the manifest exactly as the coordinator signed it
 * @param closed when it was closed; empty while it is open
 */
public record StoredCollection(
    Sha256 hash, CollectionManifest manifest, Signed signed, Optional<Instant> closed) {
  public boolean isOpen() {
    return closed.isEmpty();
  }

  /** How people name it: {@code id@version}. */
  public String name() {
    return manifest.collection() + "@" + manifest.version();
  }
}
