package se.samsyn.aggregator.release;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/** The ledger in the database. Lines are added to it; the database refuses everything else. */
@Singleton
public class ReleaseLedger {
  /** Any number, the same for all who write the ledger. */
  private static final long LOCK = 0x53616d73796eL;

  private final Transactions transactions;
  private final PublishedRecords records;

  ReleaseLedger(Transactions transactions, PublishedRecords records) {
    this.transactions = transactions;
    this.records = records;
  }

  /**
   * Until the caller's transaction ends nobody else adds to the ledger: what is checked against the
   * earlier releases stays true until it is one of them.
   */
  public void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
  }

  /** The number of the last line; 0 for an empty ledger. It changes whenever the ledger does. */
  public long head() {
    return transactions.read(ReleaseLedger::head);
  }

  /** All releases, in the order in which they were made. */
  public List<Release> all() {
    return transactions.read(connection -> select(connection, Optional.empty()));
  }

  /** The releases of a collection, in the order in which they were made. */
  public List<Release> of(CollectionId collection) {
    return transactions.read(connection -> select(connection, Optional.of(collection)));
  }

  /** The latest release of a collection, shown or withdrawn. */
  public Optional<Release> latest(CollectionId collection) {
    return of(collection).stream().reduce((older, newer) -> newer);
  }

  /** One version of a collection's figures. */
  public Optional<Release> find(CollectionId collection, int version) {
    return of(collection).stream().filter(r -> r.version() == version).findFirst();
  }

  /** What the release hides beyond what agencies hid. */
  public Set<HiddenCell> hidden(Release release) {
    return transactions.read(
        connection -> {
          Set<HiddenCell> cells = new LinkedHashSet<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT definition, agency, measure, cell FROM release_hidden"
                      + " WHERE collection = ? AND version = ?")) {
            select.setString(1, release.collection().value());
            select.setInt(2, release.version());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                cells.add(
                    new HiddenCell(
                        new DefinitionId(found.getString(1)),
                        Optional.of(found.getString(2))
                            .filter(a -> !a.isEmpty())
                            .map(AgencyId::new),
                        new MeasureId(found.getString(3)),
                        found.getInt(4)));
              }
            }
          }
          return cells;
        });
  }

  /** Adds a release with its first line, in the caller's transaction, which holds the lock. */
  public void add(
      Connection connection,
      CollectionId collection,
      int version,
      Sha256 manifest,
      ReleaseReport report,
      Set<HiddenCell> hidden)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO release (collection, version, manifest_hash, against, figures, groups,"
                + " attacked, minimum_frequency, remedy, sealed)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, collection.value());
      insert.setInt(2, version);
      insert.setString(3, manifest.hex());
      insert.setArray(4, connection.createArrayOf("text", report.against().toArray()));
      insert.setInt(5, report.figures());
      insert.setInt(6, report.groups());
      insert.setInt(7, report.attacked());
      insert.setInt(8, report.minimumFrequency());
      insert.setString(9, report.remedy().map(RemedyKind::word).orElse(null));
      insert.setBoolean(10, report.sealed());
      insert.executeUpdate();
    }
    records.add(connection, collection, version, manifest);
    CopyRows.into(
        connection,
        "release_hidden (collection, version, definition, agency, measure, cell)",
        copy -> {
          for (HiddenCell cell : hidden) {
            copy.add(
                collection,
                version,
                cell.definition(),
                cell.agency().map(AgencyId::value).orElse(""),
                cell.measure(),
                cell.cell());
          }
        });
  }

  /** Adds a line about a release, in the caller's transaction, which holds the lock. */
  public void line(
      Connection connection,
      CollectionId collection,
      int version,
      ReleaseStatus status,
      java.time.Instant at,
      String actor,
      String note)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO release_status (number, collection, version, status, at, actor, note)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, head(connection) + 1);
      insert.setString(2, collection.value());
      insert.setInt(3, version);
      insert.setString(4, status.word());
      insert.setTimestamp(5, Timestamp.from(at));
      insert.setString(6, actor);
      insert.setString(7, note);
      insert.executeUpdate();
    }
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT coalesce(max(number), 0) FROM release_status");
        ResultSet found = select.executeQuery()) {
      found.next();
      return found.getLong(1);
    }
  }

  private static List<Release> select(Connection connection, Optional<CollectionId> only)
      throws SQLException {
    Map<String, Release> releases = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT collection, version, manifest_hash, against, figures, groups, attacked,"
                + " minimum_frequency, remedy, sealed, number, status, at, actor, note"
                + " FROM release JOIN release_status USING (collection, version)"
                + (only.isPresent() ? " WHERE collection = ?" : "")
                + " ORDER BY number")) {
      if (only.isPresent()) {
        select.setString(1, only.get().value());
      }
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          Release one = release(found);
          releases.merge(one.name(), one, ReleaseLedger::joined);
        }
      }
    }
    return List.copyOf(releases.values());
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        new CollectionId(row.getString("collection")),
        row.getInt("version"),
        new Sha256(row.getString("manifest_hash")),
        new ReleaseReport(
            List.of((String[]) row.getArray("against").getArray()),
            row.getInt("figures"),
            row.getInt("groups"),
            row.getInt("attacked"),
            row.getInt("minimum_frequency"),
            Optional.ofNullable(row.getString("remedy")).map(RemedyKind::of),
            row.getBoolean("sealed")),
        List.of(
            new Release.Line(
                row.getLong("number"),
                ReleaseStatus.of(row.getString("status")),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("note"))));
  }

  private static Release joined(Release earlier, Release later) {
    List<Release.Line> lines = new ArrayList<>(earlier.lines());
    lines.addAll(later.lines());
    return new Release(
        earlier.collection(), earlier.version(), earlier.manifest(), earlier.report(), lines);
  }
}
