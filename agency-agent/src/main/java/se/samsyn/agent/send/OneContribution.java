package se.samsyn.agent.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Decides, from the ledger alone, whether a table may leave: one contribution per definition and
 * period, and no second table over records that were sent in another grouping or period, since the
 * difference of the two is a small cell.
 */
public final class OneContribution {
  private final ManifestStore manifests;
  private final Ledger ledger;

  public OneContribution(ManifestStore manifests, Ledger ledger) {
    this.manifests = manifests;
    this.ledger = ledger;
  }

  /** Whether this very table was delivered for this manifest. */
  boolean isDelivered(StoredManifest manifest, ProtectedTable table, Sha256 approved) {
    return Sending.find(ledger, manifest.hash(), approved)
        .filter(e -> e.kind() == Kind.DELIVERED && e.definition().equals(table.definition()))
        .isPresent();
  }

  /**
   * @throws NotDone as {@code already-delivered}, {@code intersecting} or {@code
   *     collection-missing}
   */
  void require(StoredManifest manifest, ProtectedTable table) throws NotDone, IOException {
    Definition definition =
        manifest
            .manifest()
            .definition(table.definition())
            .orElseThrow(
                () -> new NotDone("send.no-collection", table.definition(), table.period()));
    RecordSet records = RecordSet.of(definition, table.period());
    for (LedgerEntry entry : ledger.deliveries()) {
      if (entry.kind() == Kind.REFUSED) {
        continue;
      }
      if (entry.kind().isSealed()) {
        requireApart(records, entry, "send.sealed-before", table.definition(), table.period());
        continue;
      }
      if (entry.definition().equals(table.definition()) && entry.period().equals(table.period())) {
        if (!isNewerVersion(manifest, entry)) {
          throw new NotDone("send.already-delivered", table.definition(), table.period());
        }
      } else if (records.intersects(recordsOf(entry))) {
        throw new NotDone(
            "send.intersecting",
            table.definition(),
            table.period(),
            entry.definition(),
            entry.period());
      }
    }
  }

  /**
   * Records that may have left open are never collected sealed, and those that left sealed never
   * again in another grouping or period: the difference is a small cell. What was refused counts as
   * left: it may have been read.
   *
   * @return what was contributed to earlier attempts at this very collection
   * @throws NotDone as {@code sealed.open-before}, {@code sealed.sealed-before} or {@code
   *     collection-missing}
   */
  public List<LedgerEntry> requireSealed(StoredManifest manifest) throws NotDone, IOException {
    Definition definition = manifest.manifest().definitions().get(0);
    Period period = manifest.manifest().period();
    RecordSet records = RecordSet.of(definition, period);
    List<LedgerEntry> attempts = new ArrayList<>();
    for (LedgerEntry entry : ledger.deliveries()) {
      if (entry.kind().isSealed()
          && entry.collection().equals(manifest.manifest().collection())
          && entry.definition().equals(definition.ref())
          && entry.period().equals(period)) {
        attempts.add(entry);
      } else {
        requireApart(
            records,
            entry,
            entry.kind().isSealed() ? "sealed.sealed-before" : "sealed.records-open-before",
            definition.ref(),
            period);
      }
    }
    return attempts;
  }

  private void requireApart(
      RecordSet records, LedgerEntry entry, String reason, DefinitionRef definition, Period period)
      throws NotDone, IOException {
    if (records.intersects(recordsOf(entry))) {
      throw new NotDone(reason, definition, period, entry.definition(), entry.period());
    }
  }

  /** A correction is asked for by a newer version of the same collection. */
  private boolean isNewerVersion(StoredManifest manifest, LedgerEntry entry)
      throws IOException, NotDone {
    Optional<StoredManifest> earlier = manifests.find(entry.manifest());
    return earlier.isPresent()
        && manifest.manifest().collection().equals(entry.collection())
        && manifest.manifest().version() > earlier.get().manifest().version();
  }

  /**
   * @throws NotDone when the collection that asked is no longer here: then nobody can tell whether
   *     two tables meet, and nothing may leave
   */
  private RecordSet recordsOf(LedgerEntry entry) throws IOException, NotDone {
    return manifests
        .find(entry.manifest())
        .flatMap(m -> m.manifest().definition(entry.definition()))
        .map(d -> RecordSet.of(d, entry.period()))
        .orElseThrow(
            () -> new NotDone("send.collection-missing", entry.collection(), entry.manifest()));
  }
}
