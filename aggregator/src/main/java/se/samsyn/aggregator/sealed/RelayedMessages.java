package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/** The table {@code sealed_message}: a message is there once, until its attempt is over. */
@Singleton
class RelayedMessages {
  private static final String AT_ADDRESS =
      " AND m.step = ? AND m.sender = ? AND m.recipient = ? AND m.number = ?";

  private final Transactions transactions;
  private final Clock clock;

  RelayedMessages(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Stores a message, if nothing lies at its address. The attempt cannot end in between: whoever
   * ends it waits for the transactions of those who store.
   *
   * @param in the states of its attempt in which it is taken
   * @return whether it was stored
   */
  boolean add(
      Connection connection,
      Sha256 manifest,
      Address address,
      byte[] body,
      SealedOutcome.State... in)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sealed_message"
                + " (manifest_hash, step, sender, recipient, number, sha256, body, received)"
                + " SELECT manifest_hash, ?, ?, ?, ?, ?, ?, ?::timestamptz FROM sealed_attempt"
                + " WHERE manifest_hash = ? AND state = ANY (?) FOR SHARE"
                + " ON CONFLICT DO NOTHING")) {
      set(insert, 1, address);
      insert.setString(5, Sha256.of(body).hex());
      insert.setBytes(6, body);
      insert.setString(7, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      insert.setString(8, manifest.hex());
      Object[] states = Stream.of(in).map(SealedOutcome.State::word).toArray();
      insert.setArray(9, connection.createArrayOf("text", states));
      return insert.executeUpdate() == 1;
    }
  }

  /** How many bytes a sender's other messages of the same step have together. */
  long bytesBeside(Connection connection, Sha256 manifest, Address address) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT coalesce(sum(octet_length(body)), 0) FROM sealed_message"
                + " WHERE manifest_hash = ? AND step = ? AND sender = ?"
                + " AND (recipient, number) <> (?, ?)")) {
      select.setString(1, manifest.hex());
      set(select, 2, address);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  /** Whether these bytes lie at an address. */
  boolean has(Connection connection, Sha256 manifest, Address address, byte[] body)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT m.sha256 FROM sealed_message m WHERE m.manifest_hash = ?" + AT_ADDRESS)) {
      select.setString(1, manifest.hex());
      set(select, 2, address);
      try (ResultSet found = select.executeQuery()) {
        return found.next() && found.getString(1).equals(Sha256.of(body).hex());
      }
    }
  }

  /** A message, and how its attempt stood when it was read. */
  record Found(SealedOutcome.State state, Optional<byte[]> body) {}

  /** What lies at an address of an attempt. */
  Found find(Sha256 manifest, Address address) {
    return transactions.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT a.state, m.body FROM sealed_attempt a LEFT JOIN sealed_message m"
                      + " ON m.manifest_hash = a.manifest_hash"
                      + AT_ADDRESS
                      + " WHERE a.manifest_hash = ?")) {
            set(select, 1, address);
            select.setString(5, manifest.hex());
            try (ResultSet found = select.executeQuery()) {
              found.next();
              return new Found(
                  SealedOutcome.State.of(found.getString(1)),
                  Optional.ofNullable(found.getBytes(2)));
            }
          }
        });
  }

  /** As {@link #find}, in the caller's transaction. */
  Optional<byte[]> body(Connection connection, Sha256 manifest, Address address)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT m.body FROM sealed_message m WHERE m.manifest_hash = ?" + AT_ADDRESS)) {
      select.setString(1, manifest.hex());
      set(select, 2, address);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Takes away all but the words that nothing was opened, in the caller's transaction. */
  void clear(Connection connection, Sha256 manifest) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM sealed_message WHERE manifest_hash = ? AND step <> ?")) {
      delete.setString(1, manifest.hex());
      delete.setString(2, SealedStep.UNOPENED.word());
      delete.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, int first, Address address)
      throws SQLException {
    statement.setString(first, address.step().word());
    statement.setString(first + 1, address.from().value());
    statement.setString(first + 2, address.to());
    statement.setInt(first + 3, address.number());
  }
}
