package se.samsyn.aggregator.collection;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;

/** All collections in all versions. */
@Singleton
public class Collections {
  private final CollectionRepository rows;

  /** A manifest never changes under its hash, so it is parsed once. */
  private final Map<String, CollectionManifest> parsed = new ConcurrentHashMap<>();

  Collections(CollectionRepository rows) {
    this.rows = rows;
  }

  /** Every version of every collection, the oldest first. */
  public List<StoredCollection> all() {
    return rows.findAll().stream().map(this::stored).toList();
  }

  /** The newest version. */
  public Optional<StoredCollection> newest(CollectionId id) {
    return named(id.value());
  }

  /** As {@link #newest}, for what stands in an address and need not be an id. */
  public Optional<StoredCollection> named(String id) {
    return versions(id).reduce((older, newer) -> newer);
  }

  /** All versions, the oldest first. */
  public List<StoredCollection> versions(CollectionId id) {
    return versions(id.value()).toList();
  }

  private Stream<StoredCollection> versions(String id) {
    return rows.findVersions(id).stream().map(this::stored);
  }

  public Optional<StoredCollection> find(Sha256 manifest) {
    return rows.findById(manifest.hex()).map(this::stored);
  }

  /** As {@link #find}; it stays open or closed until the caller's transaction ends. */
  public Optional<StoredCollection> findToDeliver(Sha256 manifest) {
    return rows.findByIdForShare(manifest.hex()).map(this::stored);
  }

  /** As {@link #find}; nobody else closes it or delivers to it until the transaction ends. */
  public Optional<StoredCollection> findToClose(Sha256 manifest) {
    return rows.findByIdForUpdate(manifest.hex()).map(this::stored);
  }

  /** Closes it, in the caller's transaction. */
  public void markClosed(Sha256 manifest, Instant at) {
    rows.close(manifest.hex(), at);
  }

  private StoredCollection stored(CollectionRow row) {
    return new StoredCollection(
        new Sha256(row.manifestHash()),
        parsed.computeIfAbsent(row.manifestHash(), hash -> parse(row)),
        new Signed(row.manifestPayload(), row.manifestSignature()),
        Optional.ofNullable(row.closed()));
  }

  private static CollectionManifest parse(CollectionRow row) {
    try {
      return Codecs.MANIFEST.read(row.manifestPayload());
    } catch (MalformedDocument e) {
      throw new IllegalStateException(
          "the stored manifest of collection " + row.id() + " cannot be read", e);
    }
  }
}
