package se.samsyn.aggregator.collection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.comparison.Comparability;
import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;

/** Signs manifests and stores them, one after the other: the collection is open then. */
@Singleton
public class Issuing {
  private final Collections collections;
  private final CollectionRepository rows;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Keys keys;

  Issuing(
      Collections collections,
      CollectionRepository rows,
      AuditTrail audit,
      Transactions transactions,
      Keys keys) {
    this.collections = collections;
    this.rows = rows;
    this.audit = audit;
    this.transactions = transactions;
    this.keys = keys;
  }

  /** What else is stored with a manifest. */
  @FunctionalInterface
  public interface Also {
    /**
     * In the transaction that stores it.
     *
     * @throws ActionRefused when it cannot be; then nothing is stored
     */
    void in(Connection connection, StoredCollection made) throws ActionRefused, SQLException;
  }

  /**
   * Signs and stores a manifest.
   *
   * @param actor who decides
   * @throws ActionRefused when the collection is open, or another collection gathers the same
   *     records from the same agency: two tables over the same records could be subtracted from
   *     each other
   */
  public StoredCollection issue(CollectionManifest manifest, String actor, Also also)
      throws ActionRefused {
    Signed signed = Signed.by(keys.signing(), Label.MANIFEST, Codecs.MANIFEST.write(manifest));
    StoredCollection made = new StoredCollection(signed.hash(), manifest, signed, Optional.empty());
    try {
      return transactions.write(connection -> store(connection, made, actor, also));
    } catch (RolledBack e) {
      throw e.refused;
    }
  }

  private StoredCollection store(
      Connection connection, StoredCollection made, String actor, Also also) throws SQLException {
    // Of two that are issued at once the second sees the first.
    try (Statement lock = connection.createStatement()) {
      lock.execute("LOCK TABLE collection IN SHARE ROW EXCLUSIVE MODE");
    }
    try {
      requireClosedBefore(made.manifest());
      requireComparable(made.manifest());
      rows.save(
          new CollectionRow(
              made.hash().hex(),
              made.manifest().collection().value(),
              made.manifest().version(),
              made.manifest().period().toString(),
              made.signed().payload(),
              made.signed().signature(),
              made.manifest().issued(),
              null));
      also.in(connection, made);
    } catch (ActionRefused e) {
      throw new RolledBack(e);
    }
    audit.done(actor, AuditAction.CREATE_COLLECTION, made.name());
    return made;
  }

  private void requireClosedBefore(CollectionManifest manifest) throws ActionRefused {
    Optional<StoredCollection> before = collections.newest(manifest.collection());
    if (before
        .filter(b -> b.isOpen() || b.manifest().version() != manifest.version() - 1)
        .isPresent()) {
      throw new ActionRefused(Why.COLLECTION_OPEN, manifest.collection());
    }
  }

  /**
   * No other collection may ask the same agency for the same table, and those of the same records
   * must be comparable with this one: each agency protects its new table beside what it has sent,
   * and a release is checked beside the others'. Both need that all that the tables say of each
   * other can be reckoned, and that agencies' own figures are shown.
   */
  private void requireComparable(CollectionManifest manifest) throws ActionRefused {
    for (StoredCollection other : collections.all()) {
      if (!other.manifest().collection().equals(manifest.collection())
          && manifest.contributors().stream().anyMatch(other.manifest().contributors()::contains)
          && intersect(manifest, other.manifest())) {
        List<CountedTable> both = new ArrayList<>(tables(manifest));
        both.addAll(tables(other.manifest()));
        if (both.stream().distinct().count() < both.size()
            || !manifest.showsOwnFigures()
            || !other.manifest().showsOwnFigures()
            || Comparability.among(both).isPresent()) {
          throw new ActionRefused(Why.SAME_RECORDS, other.manifest().collection());
        }
      }
    }
  }

  private static boolean intersect(CollectionManifest a, CollectionManifest b) {
    return tables(a).stream().anyMatch(mine -> tables(b).stream().anyMatch(mine::intersects));
  }

  private static List<CountedTable> tables(CollectionManifest manifest) {
    return manifest.definitions().stream()
        .map(d -> new CountedTable(d, manifest.period()))
        .toList();
  }

  /** Carries a refusal out of the transaction, which is undone by it. */
  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ActionRefused refused;

    RolledBack(ActionRefused refused) {
      super(refused);
      this.refused = refused;
    }
  }
}
