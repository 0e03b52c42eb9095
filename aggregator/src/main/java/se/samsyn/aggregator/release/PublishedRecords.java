package se.samsyn.aggregator.release;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * Finds what was published about some of the same records without reading all that ever was. It
 * looks at agencies, input tables and windows; who asks decides by the filters besides.
 */
@Singleton
public class PublishedRecords {
  private final Collections collections;
  private final Transactions transactions;

  PublishedRecords(Collections collections, Transactions transactions) {
    this.collections = collections;
    this.transactions = transactions;
  }

  /** What a place in the index names. */
  public sealed interface Place {
    /** One version of a collection's figures. */
    record OfRelease(CollectionId collection, int version) implements Place {}

    /** A table that was handed out apart. */
    record OfExtract(long number) implements Place {}
  }

  /**
   * The releases, withdrawn ones too, and extracts that may be about records of these definitions:
   * none that is about such a record is left out.
   */
  public List<Place> near(CollectionManifest manifest, List<Definition> definitions) {
    return transactions.read(
        connection -> {
          List<Place> places = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT DISTINCT collection, version, extract FROM published_record_set"
                      + " WHERE (agency = ANY (?) AND input_table = ANY (?) AND ends > ?"
                      + " AND starts < ?) OR agency = '*'"
                      + " ORDER BY extract NULLS FIRST, collection, version")) {
            select.setArray(1, texts(connection, agencies(manifest)));
            select.setArray(2, texts(connection, tables(definitions)));
            select.setObject(3, manifest.period().start());
            select.setObject(4, manifest.period().end());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                places.add(place(found));
              }
            }
          }
          return places;
        });
  }

  /** Writes down which records a release is about, in the transaction that adds it. */
  void add(Connection connection, CollectionId collection, int version, Sha256 manifest)
      throws SQLException {
    CollectionManifest whole = manifest(manifest);
    write(connection, collection, version, null, whole, whole.definitions());
  }

  /** Writes down which records an extract is about, in the transaction that adds it. */
  void add(Connection connection, long extract, Sha256 manifest, Definition definition)
      throws SQLException {
    write(connection, null, null, extract, manifest(manifest), List.of(definition));
  }

  private CollectionManifest manifest(Sha256 hash) {
    return collections.find(hash).orElseThrow().manifest();
  }

  private static void write(
      Connection connection,
      CollectionId collection,
      Integer version,
      Long extract,
      CollectionManifest manifest,
      List<Definition> definitions)
      throws SQLException {
    Period window = manifest.period();
    CopyRows.into(
        connection,
        "published_record_set (collection, version, extract, agency, input_table, starts, ends)",
        copy -> {
          for (String agency : agencies(manifest)) {
            for (String table : tables(definitions)) {
              copy.add(collection, version, extract, agency, table, window.start(), window.end());
            }
          }
        });
  }

  private static Place place(ResultSet row) throws SQLException {
    String collection = row.getString(1);
    return collection == null
        ? new Place.OfExtract(row.getLong(3))
        : new Place.OfRelease(new CollectionId(collection), row.getInt(2));
  }

  private static Set<String> agencies(CollectionManifest manifest) {
    return manifest.contributors().stream()
        .map(AgencyId::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tables(List<Definition> definitions) {
    return definitions.stream()
        .map(Definition::table)
        .map(TableId::value)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static java.sql.Array texts(Connection connection, Set<String> values)
      throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
