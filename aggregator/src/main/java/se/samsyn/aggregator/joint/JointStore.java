package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.intake.Deliveries;
import se.samsyn.aggregator.intake.Deliveries.Delivered;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.Cell;

/** The joint tables in the database, written when a collection is closed. */
@Singleton
class JointStore implements ClosedTables {
  private final Deliveries deliveries;
  private final Transactions transactions;

  JointStore(Deliveries deliveries, Transactions transactions) {
    this.deliveries = deliveries;
    this.transactions = transactions;
  }

  /**
   * Adds up the deliveries of one definition and stores the sums, in the caller's transaction.
   * Where readers do not see the agencies' own figures, the sums are protected first.
   */
  void write(
      Connection connection,
      StoredCollection collection,
      Definition definition,
      List<Delivered> parts)
      throws SQLException {
    List<Map<MeasureId, List<Part>>> tables =
        parts.stream().map(d -> deliveries.cells(d.id())).toList();
    String hash = collection.hash().hex();
    DefinitionRef ref = definition.ref();
    CopyRows.into(
        connection,
        "joint_part (manifest_hash, definition, definition_version, agency, submission)",
        copy -> {
          for (Delivered part : parts) {
            copy.add(hash, ref.id(), ref.version(), part.agency(), part.id());
          }
        });
    Map<MeasureId, List<Cell>> joint =
        collection.manifest().showsOwnFigures()
            ? JointCell.of(definition, tables)
            : RespondentCells.of(definition, byAuthority(collection, parts, tables));
    writeCells(connection, collection.hash(), definition, joint);
  }

  /** Stores the cells of a joint table, in the caller's transaction. */
  void writeCells(
      Connection connection,
      Sha256 manifest,
      Definition definition,
      Map<MeasureId, List<Cell>> cells)
      throws SQLException {
    DefinitionRef ref = definition.ref();
    CopyRows.into(
        connection,
        "joint_cell (manifest_hash, definition, definition_version, measure, cell, state, lower,"
            + " upper)",
        copy -> {
          for (Map.Entry<MeasureId, List<Cell>> measure : cells.entrySet()) {
            for (int cell = 0; cell < measure.getValue().size(); cell++) {
              JointCellForm form = JointCellForm.of(measure.getValue().get(cell));
              copy.add(
                  manifest,
                  ref.id(),
                  ref.version(),
                  measure.getKey(),
                  cell,
                  form.state(),
                  form.lower(),
                  form.upper());
            }
          }
        });
  }

  private static Map<AuthorityId, List<Map<MeasureId, List<Part>>>> byAuthority(
      StoredCollection collection, List<Delivered> parts, List<Map<MeasureId, List<Part>>> tables) {
    Map<AuthorityId, List<Map<MeasureId, List<Part>>>> byAuthority = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      AuthorityId authority =
          collection.manifest().participant(parts.get(i).agency()).orElseThrow().authority();
      byAuthority.computeIfAbsent(authority, a -> new ArrayList<>()).add(tables.get(i));
    }
    return byAuthority;
  }

  /** Absent is who is missing in one of the tables at least. */
  List<AgencyId> absentees(StoredCollection collection) {
    return transactions.read(
        connection -> {
          Set<AgencyId> absent = new TreeSet<>();
          for (Definition definition : collection.manifest().definitions()) {
            Set<AgencyId> present = reported(connection, collection, definition);
            collection.manifest().contributors().stream()
                .filter(a -> !present.contains(a))
                .forEach(absent::add);
          }
          return List.copyOf(absent);
        });
  }

  @Override
  public Map<AgencyId, SubmissionId> deliveries(
      StoredCollection collection, Definition definition) {
    return transactions.read(connection -> parts(connection, collection.hash(), definition.ref()));
  }

  @Override
  public boolean exist(StoredCollection collection) {
    return collection.manifest().sealed().isEmpty()
        || !transactions.read(connection -> sealed(connection, collection.hash())).isEmpty();
  }

  @Override
  public JointTable table(StoredCollection collection, Definition definition) {
    return transactions.read(
        connection -> {
          Set<AgencyId> present = reported(connection, collection, definition);
          Set<AgencyId> asked = Set.copyOf(collection.manifest().contributors());
          Map<Boolean, List<Participant>> reported =
              collection.manifest().participants().stream()
                  .filter(p -> asked.contains(p.agency()))
                  .collect(Collectors.partitioningBy(p -> present.contains(p.agency())));
          Map<AgencyId, Map<MeasureId, List<Cell>>> byActor = new LinkedHashMap<>();
          // What is not in the table cannot be shown by mistake: no page or export has to think of
          // it.
          if (collection.manifest().showsOwnFigures()) {
            parts(connection, collection.hash(), definition.ref())
                .forEach((agency, submission) -> byActor.put(agency, ownCells(submission)));
          }
          return new JointTable(
              collection.manifest(),
              definition,
              reported.get(true),
              reported.get(false),
              joint(connection, collection.hash(), definition.ref()),
              byActor);
        });
  }

  /** What an agency delivered, for its own people; empty where it has not. */
  Optional<Map<MeasureId, List<Cell>>> own(
      StoredCollection collection, Definition definition, AgencyId agency) {
    return Optional.ofNullable(deliveries(collection, definition).get(agency)).map(this::ownCells);
  }

  private Map<MeasureId, List<Cell>> ownCells(SubmissionId submission) {
    Map<MeasureId, List<Cell>> cells = new HashMap<>();
    deliveries
        .cells(submission)
        .forEach((measure, parts) -> cells.put(measure, parts.stream().map(Part::cell).toList()));
    return cells;
  }

  /** Who is in the sums; of a sealed collection nobody has a delivery of its own. */
  private static Set<AgencyId> reported(
      Connection connection, StoredCollection collection, Definition definition)
      throws SQLException {
    return collection.manifest().sealed().isPresent()
        ? sealed(connection, collection.hash())
        : parts(connection, collection.hash(), definition.ref()).keySet();
  }

  private static Set<AgencyId> sealed(Connection connection, Sha256 manifest) throws SQLException {
    Set<AgencyId> contributors = new TreeSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT agency FROM sealed_contributor WHERE manifest_hash = ?")) {
      select.setString(1, manifest.hex());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          contributors.add(new AgencyId(found.getString(1)));
        }
      }
    }
    return contributors;
  }

  private static Map<AgencyId, SubmissionId> parts(
      Connection connection, Sha256 manifest, DefinitionRef ref) throws SQLException {
    Map<AgencyId, SubmissionId> parts = new HashMap<>();
    try (PreparedStatement select =
            prepared(connection, "SELECT agency, submission FROM joint_part", "", manifest, ref);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        parts.put(new AgencyId(found.getString(1)), new SubmissionId(found.getString(2)));
      }
    }
    return parts;
  }

  private static Map<MeasureId, List<Cell>> joint(
      Connection connection, Sha256 manifest, DefinitionRef ref) throws SQLException {
    Map<MeasureId, List<Cell>> cells = new HashMap<>();
    try (PreparedStatement select =
            prepared(
                connection,
                "SELECT measure, state, lower, upper FROM joint_cell",
                "ORDER BY measure, cell",
                manifest,
                ref);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        cells
            .computeIfAbsent(new MeasureId(found.getString(1)), m -> new ArrayList<>())
            .add(JointCellForm.cell(found.getString(2), found.getLong(3), found.getLong(4)));
      }
    }
    return cells;
  }

  private static PreparedStatement prepared(
      Connection connection, String select, String order, Sha256 manifest, DefinitionRef ref)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            select
                + " WHERE manifest_hash = ? AND definition = ? AND definition_version = ? "
                + order);
    statement.setString(1, manifest.hex());
    statement.setString(2, ref.id().value());
    statement.setInt(3, ref.version());
    return statement;
  }
}
