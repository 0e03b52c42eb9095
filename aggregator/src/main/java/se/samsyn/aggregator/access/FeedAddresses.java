package se.samsyn.aggregator.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Sha256;

/**
 * The secret addresses of people's feeds: a feed reader cannot log in. Only a hash is stored, so
 * neither the database nor a copy of it opens a feed. Making a new one ends the one before.
 */
@Singleton
public class FeedAddresses {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Transactions transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FeedAddresses(Transactions transactions, AuditTrail audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The secret part of a new address for {@code account}, to be shown once. */
  public String make(String account) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return transactions.write(
        connection -> {
          try (PreparedStatement put =
              connection.prepareStatement(
                  "INSERT INTO feed_address (account, secret_hash, created) VALUES (?, ?, ?)"
                      + " ON CONFLICT (account) DO UPDATE SET secret_hash = EXCLUDED.secret_hash,"
                      + " created = EXCLUDED.created")) {
            put.setString(1, account);
            put.setString(2, hash(secret));
            put.setTimestamp(3, Timestamp.from(clock.instant()));
            put.executeUpdate();
          }
          audit.done(account, AuditAction.MAKE_FEED_ADDRESS, account);
          return secret;
        });
  }

  /** Ends the account's address, if it has one. */
  public void revoke(String account) {
    transactions.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM feed_address WHERE account = ?")) {
            delete.setString(1, account);
            if (delete.executeUpdate() > 0) {
              audit.done(account, AuditAction.REVOKE_FEED_ADDRESS, account);
            }
          }
          return account;
        });
  }

  /** Whether the account has an address. */
  public boolean has(String account) {
    return exists("SELECT 1 FROM feed_address WHERE account = ?", account);
  }

  /** Whether somebody who may read releases has the address with this secret. */
  public boolean opens(String secret) {
    return FORM.matcher(secret).matches()
        && exists(
            "SELECT 1 FROM feed_address JOIN account ON account.name = feed_address.account"
                + " WHERE secret_hash = ? AND role IN ('COORDINATOR', 'STEERING')",
            hash(secret));
  }

  private boolean exists(String query, String value) {
    return transactions.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, value);
            try (ResultSet found = select.executeQuery()) {
              return found.next();
            }
          }
        });
  }

  /** The secret is 256 random bits, so a plain hash cannot be searched. */
  private static String hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)).hex();
  }
}
