package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.EncryptionKey;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.RoleKey;

/**
 * The keys that agencies offer for roles: of each agency one that is not used yet, the newest. A
 * key is used by one manifest, and never comes again.
 */
@Singleton
public class RoleKeys {
  private final Agencies agencies;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final Clock clock;

  RoleKeys(Agencies agencies, AuditTrail audit, Transactions transactions, Clock clock) {
    this.agencies = agencies;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Stores an offer; the same again changes nothing.
   *
   * @param body the offer's canonical bytes
   * @throws Refused when it is not the agency's own, or was replaced or used before
   */
  void offer(byte[] body) {
    RoleKey offer;
    try {
      offer = Codecs.ROLE_KEY.read(body);
    } catch (MalformedDocument e) {
      throw new Refused(Refusal.MALFORMED, e.getMessage());
    }
    try {
      offer.verify(agencies.enrolledOrRefused(offer.agency()).signingKey());
    } catch (InvalidMessage e) {
      throw new Refused(Refusal.BAD_SIGNATURE, "the offer is not signed with the agency's key");
    }
    transactions.write(connection -> store(connection, offer));
  }

  private boolean store(Connection connection, RoleKey offer) throws SQLException {
    agencies.lock(offer.agency());
    if (offers(connection).values().contains(offer)) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (PreparedStatement replace =
            connection.prepareStatement(
                "UPDATE sealed_role_key SET replaced = ?::timestamptz"
                    + " WHERE agency = ? AND replaced IS NULL AND manifest_hash IS NULL");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO sealed_role_key (agency, key, signature, offered)"
                    + " VALUES (?, ?, ?, ?::timestamptz) ON CONFLICT (agency, key) DO NOTHING")) {
      replace.setString(1, now.toString());
      replace.setString(2, offer.agency().value());
      replace.executeUpdate();
      insert.setString(1, offer.agency().value());
      insert.setString(2, offer.key().base64());
      insert.setString(3, offer.signature());
      insert.setString(4, now.toString());
      if (insert.executeUpdate() == 0) {
        throw new Refused(
            Refusal.ANOTHER_MESSAGE, "this key was used or replaced before; offer a new one");
      }
    }
    audit.done(offer.agency().value(), AuditAction.OFFER_ROLE_KEY, offer.agency().value());
    return true;
  }

  /** The key that each agency offers now. */
  public Map<AgencyId, RoleKey> offers() {
    return transactions.read(RoleKeys::offers);
  }

  private static Map<AgencyId, RoleKey> offers(Connection connection) throws SQLException {
    Map<AgencyId, RoleKey> offers = new TreeMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT agency, key, signature FROM sealed_role_key"
                    + " WHERE replaced IS NULL AND manifest_hash IS NULL");
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        AgencyId agency = new AgencyId(found.getString(1));
        offers.put(
            agency, new RoleKey(agency, new EncryptionKey(found.getString(2)), found.getString(3)));
      }
    }
    return offers;
  }

  /**
   * Uses an offered key for a manifest, in the transaction that stores that.
   *
   * @return whether it was the agency's offer still
   */
  boolean use(Connection connection, RoleKey key, Sha256 manifest) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE sealed_role_key SET manifest_hash = ? WHERE agency = ? AND key = ?"
                + " AND signature = ? AND replaced IS NULL AND manifest_hash IS NULL")) {
      update.setString(1, manifest.hex());
      update.setString(2, key.agency().value());
      update.setString(3, key.key().base64());
      update.setString(4, key.signature());
      return update.executeUpdate() == 1;
    }
  }
}
