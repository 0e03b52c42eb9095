package se.samsyn.aggregator.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SubmissionId;

/** What has been delivered. */
@Singleton
public class Deliveries {
  private static final int FETCH = 10_000;

  private final SubmissionRepository rows;
  private final Transactions transactions;

  Deliveries(SubmissionRepository rows, Transactions transactions) {
    this.rows = rows;
    this.transactions = transactions;
  }

  /**
   * A delivery's name.
   *
   * @param manifest the version of the collection that it was made for
   */
  public record Delivered(
      SubmissionId id, Sha256 manifest, AgencyId agency, DefinitionRef definition) {}

  /** All deliveries to this version of a collection. */
  public Stream<Delivered> to(Sha256 manifest) {
    return rows.findByManifestHash(manifest.hex()).stream()
        .map(
            r ->
                new Delivered(
                    new SubmissionId(r.id()),
                    manifest,
                    new AgencyId(r.agency()),
                    new DefinitionRef(new DefinitionId(r.definition()), r.definitionVersion())));
  }

  /** The cells of a delivery, per measure in the order of the cells. */
  public Map<MeasureId, List<Part>> cells(SubmissionId id) {
    return transactions.read(connection -> cells(connection, id));
  }

  private static Map<MeasureId, List<Part>> cells(Connection connection, SubmissionId id)
      throws SQLException {
    Map<MeasureId, List<Part>> cells = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT measure, state, lower, upper FROM submission_cell WHERE submission = ?"
                + " ORDER BY measure, cell")) {
      select.setString(1, id.value());
      select.setFetchSize(FETCH);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          cells
              .computeIfAbsent(new MeasureId(found.getString(1)), m -> new java.util.ArrayList<>())
              .add(
                  Part.of(found.getString(2), found.getLong(3), found.getLong(4), found.wasNull()));
        }
      }
    }
    return cells;
  }
}
