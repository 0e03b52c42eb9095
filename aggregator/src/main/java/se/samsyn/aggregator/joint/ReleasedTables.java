package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.table.Cell;

/**
 * The released tables, kept in memory until the ledger has another line: a release never changes,
 * so many readers cost one look at the ledger's last number each.
 */
@Singleton
class ReleasedTables implements JointTables {
  private final Collections collections;
  private final JointStore store;
  private final ReleaseLedger ledger;
  private volatile Snapshot snapshot;

  ReleasedTables(Collections collections, JointStore store, ReleaseLedger ledger) {
    this.collections = collections;
    this.store = store;
    this.ledger = ledger;
  }

  @Override
  public List<ClosedCollection> closed() {
    return current().shown();
  }

  @Override
  public Optional<JointTable> find(CollectionId id, DefinitionRef ref) {
    Snapshot now = current();
    return now.find(id)
        .flatMap(
            closed ->
                closed
                    .manifest()
                    .definition(ref)
                    .map(
                        definition ->
                            now.tables()
                                .computeIfAbsent(
                                    new Key(id, ref), key -> table(closed.release(), ref))));
  }

  @Override
  public Optional<Map<MeasureId, List<Cell>>> own(
      AgencyId agency, CollectionId id, DefinitionRef ref) {
    Optional<JointTable> released = find(id, ref);
    if (released.isEmpty() || released.get().manifest().showsOwnFigures()) {
      // As it is released: a remedy may have hidden some of it.
      return released.map(table -> table.byActor().get(agency));
    }
    return current()
        .find(id)
        .map(closed -> collections.find(closed.release().manifest()).orElseThrow())
        .flatMap(collection -> store.own(collection, released.get().definition(), agency));
  }

  @Override
  public List<WithdrawnCollection> withdrawn() {
    return current().withdrawn();
  }

  private JointTable table(Release release, DefinitionRef ref) {
    StoredCollection collection = collections.find(release.manifest()).orElseThrow();
    JointTable whole = store.table(collection, collection.manifest().definition(ref).orElseThrow());
    return HiddenCells.in(whole, ledger.hidden(release));
  }

  private Snapshot current() {
    long head = ledger.head();
    Snapshot known = snapshot;
    return known != null && known.head() == head ? known : renewed(head);
  }

  /** One request reads the ledger; those that come meanwhile wait for what it finds. */
  private synchronized Snapshot renewed(long head) {
    if (snapshot == null || snapshot.head() < head) {
      Snapshot read = read(head);
      if (snapshot != null) {
        read.keep(snapshot);
      }
      snapshot = read;
    }
    return snapshot;
  }

  /** What is read is at least as new as {@code head}; if newer, the next reader reads it again. */
  private Snapshot read(long head) {
    Map<CollectionId, Release> latest = new LinkedHashMap<>();
    ledger.all().forEach(release -> latest.put(release.collection(), release));
    List<ClosedCollection> shown = new ArrayList<>();
    List<WithdrawnCollection> withdrawn = new ArrayList<>();
    for (Release release : latest.values()) {
      StoredCollection collection = collections.find(release.manifest()).orElseThrow();
      if (release.isShown()) {
        shown.add(
            new ClosedCollection(
                collection.manifest(),
                collection.closed().orElseThrow(),
                store.absentees(collection),
                release));
      } else {
        withdrawn.add(new WithdrawnCollection(collection.manifest(), release));
      }
    }
    shown.sort(
        Comparator.comparing((ClosedCollection c) -> c.manifest().period())
            .reversed()
            .thenComparing(c -> c.manifest().collection()));
    withdrawn.sort(
        Comparator.comparing((WithdrawnCollection c) -> c.manifest().period())
            .reversed()
            .thenComparing(c -> c.manifest().collection()));
    return new Snapshot(
        head, List.copyOf(shown), List.copyOf(withdrawn), new ConcurrentHashMap<>());
  }

  private record Key(CollectionId collection, DefinitionRef definition) {}

  /** What the ledger said when its last line was {@code head}. */
  private record Snapshot(
      long head,
      List<ClosedCollection> shown,
      List<WithdrawnCollection> withdrawn,
      Map<Key, JointTable> tables) {
    /** A release is never changed, so the tables of those that are still shown are as they were. */
    void keep(Snapshot earlier) {
      earlier
          .tables()
          .forEach(
              (key, table) -> {
                if (find(key.collection())
                    .map(ClosedCollection::release)
                    .map(Release::name)
                    .equals(earlier.find(key.collection()).map(c -> c.release().name()))) {
                  tables.put(key, table);
                }
              });
    }

    Optional<ClosedCollection> find(CollectionId id) {
      return shown.stream().filter(c -> c.manifest().collection().equals(id)).findFirst();
    }
  }
}
