package se.samsyn.aggregator.agency;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Invitation;

/**
 * Invites agencies. An invitation again replaces an unused one; an enrolled agency keeps its key
 * until the new one is used.
 */
@Singleton
public class Invitations {
  private static final int TOKEN_BYTES = 32;

  private final AgencyRepository agencies;
  private final AuditTrail audit;
  private final Keys keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Invitations(AgencyRepository agencies, AuditTrail audit, Keys keys, Clock clock) {
    this.agencies = agencies;
    this.audit = audit;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Makes an invitation; its token is stored nowhere else.
   *
   * @param url where the agency reaches this aggregator
   * @param good how long it can be used
   * @param actor who invites
   */
  @Transactional
  public Invitation invite(
      AgencyId agency, String name, AuthorityId authority, URI url, Duration good, String actor) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(good);
    Optional<Agency> known = agencies.findByIdForUpdate(agency.value());
    byte[] tokenHash = hash(token);
    if (known.isPresent()) {
      Agency old = known.get();
      agencies.update(
          new Agency(
              old.id(),
              name,
              authority.value(),
              tokenHash,
              now,
              expires,
              old.signingKey(),
              old.enrolled(),
              old.enrolmentPayload(),
              old.enrolmentSignature()));
    } else {
      agencies.save(
          new Agency(
              agency.value(),
              name,
              authority.value(),
              tokenHash,
              now,
              expires,
              null,
              null,
              null,
              null));
    }
    audit.done(actor, AuditAction.INVITE, agency.value());
    return new Invitation(
        url, agency, name, authority, token, keys.signing().verificationKey(), expires);
  }

  static byte[] hash(String token) {
    return Sha256.of(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).bytes();
  }
}
