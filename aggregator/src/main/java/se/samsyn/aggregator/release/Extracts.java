package se.samsyn.aggregator.release;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.joint.JointCellForm;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.table.Cell;

/** The tables that were handed out, as they were. */
@Singleton
public class Extracts {
  private final Transactions transactions;
  private final ReleaseLedger ledger;
  private final PublishedRecords records;
  private final AuditTrail audit;
  private final Clock clock;

  Extracts(
      Transactions transactions,
      ReleaseLedger ledger,
      PublishedRecords records,
      AuditTrail audit,
      Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes down that a table was handed out; releases are checked against it from now on. Whether
   * it may be handed out is not decided here.
   *
   * @param cells per collected measure of {@code definition}
   * @return its number
   */
  public long record(
      Sha256 manifest,
      Definition definition,
      String recipient,
      Map<MeasureId, List<Cell>> cells,
      String actor) {
    return transactions.write(
        connection -> {
          ledger.lock(connection);
          long number = count(connection) + 1;
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO extract (number, manifest_hash, definition_payload, recipient, at,"
                      + " actor) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, manifest.hex());
            insert.setBytes(3, Codecs.DEFINITION.write(definition));
            insert.setString(4, recipient);
            insert.setTimestamp(5, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            insert.setString(6, actor);
            insert.executeUpdate();
          }
          records.add(connection, number, manifest, definition);
          CopyRows.into(
              connection,
              "extract_cell (extract, measure, cell, state, lower, upper)",
              copy -> {
                for (Map.Entry<MeasureId, List<Cell>> column : cells.entrySet()) {
                  for (int i = 0; i < column.getValue().size(); i++) {
                    JointCellForm form = JointCellForm.of(column.getValue().get(i));
                    copy.add(number, column.getKey(), i, form.state(), form.lower(), form.upper());
                  }
                }
              });
          audit.done(actor, AuditAction.HAND_OUT_EXTRACT, "extract/" + number);
          return number;
        });
  }

  /** One of them without its cells, which are many. */
  public Optional<Extract> find(long number) {
    return transactions.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT manifest_hash, definition_payload, recipient, at"
                      + " FROM extract WHERE number = ?")) {
            select.setLong(1, number);
            try (ResultSet found = select.executeQuery()) {
              return found.next()
                  ? Optional.of(
                      new Extract(
                          number,
                          new Sha256(found.getString(1)),
                          definition(found.getBytes(2)),
                          found.getString(3),
                          found.getTimestamp(4).toInstant()))
                  : Optional.empty();
            }
          }
        });
  }

  /** The cells of one, per measure in the order of its cell space. */
  public Map<MeasureId, List<Cell>> cells(Extract extract) {
    return transactions.read(
        connection -> {
          Map<MeasureId, List<Cell>> cells = new HashMap<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT measure, state, lower, upper FROM extract_cell WHERE extract = ?"
                      + " ORDER BY measure, cell")) {
            select.setLong(1, extract.number());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                cells
                    .computeIfAbsent(new MeasureId(found.getString(1)), m -> new ArrayList<>())
                    .add(
                        JointCellForm.cell(found.getString(2), found.getLong(3), found.getLong(4)));
              }
            }
          }
          return cells;
        });
  }

  private static long count(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM extract");
        ResultSet found = select.executeQuery()) {
      found.next();
      return found.getLong(1);
    }
  }

  private static Definition definition(byte[] payload) {
    try {
      return Codecs.DEFINITION.read(payload);
    } catch (MalformedDocument e) {
      throw new IllegalStateException("the stored definition of an extract cannot be read", e);
    }
  }
}
