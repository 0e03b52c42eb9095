package se.samsyn.aggregator.export;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import se.samsyn.aggregator.joint.ClosedCollection;
import se.samsyn.schemas.message.CollectionManifest;

/** A closed collection in the list for programs. */
@Serdeable
record CollectionEntry(
    String collection,
    int version,
    String period,
    Instant closed,
    boolean sealed,
    List<TableEntry> tables) {

  static CollectionEntry of(ClosedCollection closed) {
    CollectionManifest manifest = closed.manifest();
    return new CollectionEntry(
        manifest.collection().value(),
        manifest.version(),
        manifest.period().toString(),
        closed.closed(),
        manifest.sealed().isPresent(),
        manifest.definitions().stream()
            .map(
                d ->
                    TableEntry.of(
                        "/api/v1/collections/%s/tables/%s/"
                            .formatted(manifest.collection(), d.id()),
                        d.ref().toString()))
            .toList());
  }

  /** A joint table, and where its files are. */
  @Serdeable
  record TableEntry(String definition, String csv, String csvMetadata, String jsonStat) {
    static TableEntry of(String base, String definition) {
      return new TableEntry(definition, base + "csv", base + "csv-metadata", base + "json-stat");
    }
  }
}
