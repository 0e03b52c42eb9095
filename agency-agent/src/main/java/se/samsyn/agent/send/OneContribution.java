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
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Decides, from the ledger alone, whether a table may leave: one contribution per definition and
 * period and version of its collection, and none over records that were ever sent sealed. Other
 * groupings and periods of records that were sent open are protected beside what was sent ({@link
 * SentTables}).
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
   * @throws NotDone as {@code already-delivered}, {@code sealed-before} or {@code
   *     collection-missing}
   */
  void require(StoredManifest manifest, ProtectedTable table) throws NotDone, IOException {
    Definition definition =
        manifest
            .manifest()
            .definition(table.definition())
            .orElseThrow(
                () -> new NotDone("send.no-collection", table.definition(), table.period()));
    CountedTable counted = new CountedTable(definition, table.period());
    for (LedgerEntry entry : ledger.deliveries()) {
      if (entry.kind().isSealed()) {
        requireApart(counted, entry, "send.sealed-before");
      } else if (entry.kind() != Kind.REFUSED
          && entry.definition().equals(table.definition())
          && entry.period().equals(table.period())
          && !isNewerVersion(manifest, entry)) {
        throw new NotDone("send.already-delivered", table.definition(), table.period());
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
    CountedTable counted = new CountedTable(definition, period);
    List<LedgerEntry> attempts = new ArrayList<>();
    for (LedgerEntry entry : ledger.deliveries()) {
      if (entry.kind().isSealed()
          && entry.collection().equals(manifest.manifest().collection())
          && entry.definition().equals(definition.ref())
          && entry.period().equals(period)) {
        attempts.add(entry);
      } else {
        requireApart(
            counted,
            entry,
            entry.kind().isSealed() ? "sealed.sealed-before" : "sealed.records-open-before");
      }
    }
    return attempts;
  }

  private void requireApart(CountedTable table, LedgerEntry entry, String reason)
      throws NotDone, IOException {
    if (table.intersects(SentTables.counted(manifests, entry))) {
      throw new NotDone(
          reason, table.definition().ref(), table.period(), entry.definition(), entry.period());
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
}
