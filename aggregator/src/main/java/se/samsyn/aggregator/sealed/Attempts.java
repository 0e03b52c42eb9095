package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.SealedOutcome;

/** The table {@code sealed_attempt}: how each attempt stands. */
@Singleton
public class Attempts {
  private static final int LONGEST_REASON = 200;

  private final Transactions transactions;

  Attempts(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * An attempt as it stands.
   *
   * @param at since when
   * @param actor who made it so
   * @param reason why it ended; empty where it runs or was opened
   */
  public record Attempt(
      SealedOutcome.State state, Instant at, String actor, Optional<String> reason) {
    public boolean isRunning() {
      return state == SealedOutcome.State.RUNNING;
    }
  }

  /** The attempt of this manifest; empty where that is of an open collection. */
  public Optional<Attempt> find(Sha256 manifest) {
    return transactions.read(connection -> select(connection, manifest, ""));
  }

  /** As {@link #find}; it stays as it is until the caller's transaction ends. */
  Attempt locked(Connection connection, Sha256 manifest) throws SQLException {
    return select(connection, manifest, " FOR UPDATE").orElseThrow();
  }

  /** Begins it, in the transaction that stores its manifest. */
  void begin(Connection connection, Sha256 manifest, Instant at, String actor) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sealed_attempt (manifest_hash, state, at, actor)"
                + " VALUES (?, 'running', ?::timestamptz, ?)")) {
      insert.setString(1, manifest.hex());
      insert.setString(2, at.toString());
      insert.setString(3, actor);
      insert.executeUpdate();
    }
  }

  /**
   * Writes down how it came to its end, in the caller's transaction.
   *
   * @param attempt how it stands from now on
   */
  void change(Connection connection, Sha256 manifest, Attempt attempt) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE sealed_attempt SET state = ?, at = ?::timestamptz, actor = ?, reason = ?"
                + " WHERE manifest_hash = ?")) {
      update.setString(1, attempt.state().word());
      update.setString(2, attempt.at().toString());
      update.setString(3, attempt.actor());
      update.setString(
          4,
          attempt
              .reason()
              .map(r -> r.substring(0, Math.min(r.length(), LONGEST_REASON)))
              .orElse(null));
      update.setString(5, manifest.hex());
      update.executeUpdate();
    }
  }

  private static Optional<Attempt> select(Connection connection, Sha256 manifest, String lock)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT state, at, actor, reason FROM sealed_attempt WHERE manifest_hash = ?" + lock)) {
      select.setString(1, manifest.hex());
      try (ResultSet found = select.executeQuery()) {
        return found.next()
            ? Optional.of(
                new Attempt(
                    SealedOutcome.State.of(found.getString(1)),
                    found.getTimestamp(2).toInstant(),
                    found.getString(3),
                    Optional.ofNullable(found.getString(4))))
            : Optional.empty();
      }
    }
  }
}
