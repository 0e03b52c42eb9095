package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.SealedStep;

/**
 * The attempts that have ended but whose roles have not all said that they opened nothing. Their
 * manifests are still shown to those roles: an agency that never saw an attempt would offer the key
 * that it has used again and again, and nobody could begin the next one.
 */
@Singleton
public class AwaitedWords {
  private final Transactions transactions;

  AwaitedWords(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The ended attempts about which an agency has not said its word. */
  public Set<Sha256> silent(AgencyId agency) {
    return transactions.read(
        connection -> {
          List<Sha256> ended = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT a.manifest_hash FROM sealed_attempt a WHERE a.state = 'ended'"
                      + " AND NOT EXISTS (SELECT 1 FROM sealed_message m"
                      + " WHERE m.manifest_hash = a.manifest_hash AND m.step = ?"
                      + " AND m.sender = ?)")) {
            select.setString(1, SealedStep.UNOPENED.word());
            select.setString(2, agency.value());
            try (ResultSet found = select.executeQuery()) {
              while (found.next()) {
                ended.add(new Sha256(found.getString(1)));
              }
            }
          }
          return Set.copyOf(ended);
        });
  }
}
