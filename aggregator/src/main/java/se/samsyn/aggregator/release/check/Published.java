package se.samsyn.aggregator.release.check;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.ClosedTables;
import se.samsyn.aggregator.joint.HiddenCells;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.release.Extract;
import se.samsyn.aggregator.release.Extracts;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.aggregator.release.PublishedRecords;
import se.samsyn.aggregator.release.PublishedRecords.Place;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SubmissionId;

/**
 * What was published: releases, withdrawn ones too, and extracts. What each is about is known
 * without reading it, so that only what overlaps is read.
 */
@Singleton
class Published {
  private final Collections collections;
  private final ClosedTables tables;
  private final ReleaseLedger ledger;
  private final Extracts extracts;
  private final PublishedRecords records;

  Published(
      Collections collections,
      ClosedTables tables,
      ReleaseLedger ledger,
      Extracts extracts,
      PublishedRecords records) {
    this.collections = collections;
    this.tables = tables;
    this.ledger = ledger;
    this.extracts = extracts;
    this.records = records;
  }

  /** What an entry is about; its figures are read when they are asked for. */
  interface Entry {
    String name();

    StoredCollection collection();

    List<Definition> definitions();

    PublishedFigures figures();

    /** Whether a record may be in both. */
    default boolean intersects(Entry other) {
      return sharesAgency(other)
          && definitions().stream()
              .map(d -> RecordSet.of(d, collection().manifest().period()))
              .anyMatch(
                  mine ->
                      other.definitions().stream()
                          .map(d -> RecordSet.of(d, other.collection().manifest().period()))
                          .anyMatch(mine::intersects));
    }

    private boolean sharesAgency(Entry other) {
      return collection().manifest().contributors().stream()
          .anyMatch(other.collection().manifest().contributors()::contains);
    }
  }

  /** The others that share a record with this one. */
  List<Entry> beside(Entry entry) {
    return records.near(entry.collection().manifest(), entry.definitions()).stream()
        .map(this::entry)
        .filter(entry::intersects)
        .toList();
  }

  private Entry entry(Place place) {
    if (place instanceof Place.OfRelease one) {
      Release release = ledger.find(one.collection(), one.version()).orElseThrow();
      return new ReleaseEntry(
          release.name(),
          collections.find(release.manifest()).orElseThrow(),
          () -> ledger.hidden(release));
    }
    Extract extract = extracts.find(((Place.OfExtract) place).number()).orElseThrow();
    return new ExtractEntry(extract, collections.find(extract.manifest()).orElseThrow());
  }

  /** A closed collection as the release that it would be. */
  Entry next(String name, StoredCollection collection) {
    return new ReleaseEntry(name, collection, Set::of);
  }

  private final class ReleaseEntry implements Entry {
    private final String name;
    private final StoredCollection collection;
    private final Supplier<Set<HiddenCell>> hidden;

    ReleaseEntry(String name, StoredCollection collection, Supplier<Set<HiddenCell>> hidden) {
      this.name = name;
      this.collection = collection;
      this.hidden = hidden;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public StoredCollection collection() {
      return collection;
    }

    @Override
    public List<Definition> definitions() {
      return collection.manifest().definitions();
    }

    @Override
    public PublishedFigures figures() {
      List<PublishedFigures.Table> all = new ArrayList<>();
      Set<HiddenCell> cells = hidden.get();
      for (Definition definition : definitions()) {
        JointTable table = HiddenCells.in(tables.table(collection, definition), cells);
        all.add(
            new PublishedFigures.Table(
                definition,
                collection.manifest().period(),
                revisions(collection, definition),
                table.joint(),
                table.byActor()));
      }
      return new PublishedFigures(name, true, all);
    }
  }

  private final class ExtractEntry implements Entry {
    private final Extract extract;
    private final StoredCollection collection;

    ExtractEntry(Extract extract, StoredCollection collection) {
      this.extract = extract;
      this.collection = collection;
    }

    @Override
    public String name() {
      return extract.name();
    }

    @Override
    public StoredCollection collection() {
      return collection;
    }

    @Override
    public List<Definition> definitions() {
      return List.of(extract.definition());
    }

    @Override
    public PublishedFigures figures() {
      RecordSet records = RecordSet.of(extract.definition(), collection.manifest().period());
      Map<AgencyId, Integer> revisions = new HashMap<>();
      collection.manifest().definitions().stream()
          .filter(d -> RecordSet.of(d, collection.manifest().period()).intersects(records))
          .forEach(d -> revisions.putAll(revisions(collection, d)));
      return new PublishedFigures(
          extract.name(),
          false,
          List.of(
              new PublishedFigures.Table(
                  extract.definition(),
                  collection.manifest().period(),
                  revisions,
                  extracts.cells(extract),
                  Map.of())));
    }
  }

  /** How often each agency's delivery had been corrected when this version was closed. */
  private Map<AgencyId, Integer> revisions(StoredCollection collection, Definition definition) {
    DefinitionId id = definition.id();
    Map<AgencyId, Set<SubmissionId>> delivered = new HashMap<>();
    for (StoredCollection version : collections.versions(collection.manifest().collection())) {
      if (version.manifest().version() <= collection.manifest().version() && !version.isOpen()) {
        version.manifest().definitions().stream()
            .filter(d -> d.id().equals(id))
            .flatMap(d -> tables.deliveries(version, d).entrySet().stream())
            .forEach(
                e ->
                    delivered
                        .computeIfAbsent(e.getKey(), a -> new LinkedHashSet<>())
                        .add(e.getValue()));
      }
    }
    Map<AgencyId, Integer> revisions = new HashMap<>();
    tables
        .deliveries(collection, definition)
        .keySet()
        .forEach(agency -> revisions.put(agency, delivered.get(agency).size() - 1));
    return revisions;
  }
}
