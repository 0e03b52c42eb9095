package se.samsyn.aggregator.definition;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.problem.ActionRefused.Why;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;

/**
 * The definitions that a collection can be made of. A version is never changed: what a figure means
 * stays what it meant when agencies approved it.
 */
@Singleton
public class Definitions {
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final Catalogue standard;

  Definitions(Transactions transactions, AuditTrail audit, Clock clock)
      throws MalformedDocument, IOException {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.standard = Catalogue.load(List.of());
  }

  /** The standard catalogue and what was made here. */
  public Catalogue catalogue() {
    return over(standard);
  }

  /** {@code files} and what was made here. */
  public Catalogue over(Catalogue files) {
    return files.with(made());
  }

  /**
   * Adds a definition, or a further version of one.
   *
   * @param definition fits its input table
   * @param actor who decides
   * @throws ActionRefused when that version is there already
   */
  public void add(Definition definition, String actor) throws ActionRefused {
    boolean known = catalogue().definition(definition.ref()).isPresent();
    if (known || !insert(definition, actor)) {
      throw new ActionRefused(Why.DEFINITION_EXISTS, definition.ref());
    }
  }

  private boolean insert(Definition definition, String actor) {
    return transactions.write(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO definition (id, version, payload, created, actor)"
                      + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, definition.id().value());
            insert.setInt(2, definition.version());
            insert.setBytes(3, Codecs.DEFINITION.write(definition));
            insert.setTimestamp(4, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            insert.setString(5, actor);
            if (insert.executeUpdate() == 0) {
              return false;
            }
          }
          audit.done(actor, AuditAction.MAKE_DEFINITION, definition.ref().toString());
          return true;
        });
  }

  private List<Definition> made() {
    return transactions.read(
        connection -> {
          List<Definition> definitions = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement(
                      "SELECT payload FROM definition ORDER BY id, version");
              ResultSet found = select.executeQuery()) {
            while (found.next()) {
              definitions.add(Codecs.DEFINITION.read(found.getBytes(1)));
            }
          }
          return definitions;
        });
  }
}
