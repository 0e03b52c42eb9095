package se.samsyn.aggregator.agency;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditTrail;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.Enrolment;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Refusal;

/** Ties an agency's name to the key that came with its one-time token. */
@Singleton
public class Enrolments {
  private static final String NOT_VALID =
      "the invitation is unknown, used, expired or another agency's; ask the coordinator for a new one";

  private final AgencyRepository agencies;
  private final AuditTrail audit;
  private final Keys keys;
  private final Clock clock;

  Enrolments(AgencyRepository agencies, AuditTrail audit, Keys keys, Clock clock) {
    this.agencies = agencies;
    this.audit = audit;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The coordinator's signed answer; the same token with the same key always gets the same bytes.
   *
   * @throws Refused as {@code invitation-not-valid} in every other case, without saying which
   */
  @Transactional
  public Signed enrol(EnrolmentRequest request) {
    Agency agency =
        agencies
            .findByIdForUpdate(request.agency().value())
            .filter(a -> MessageDigest.isEqual(a.tokenHash(), Invitations.hash(request.token())))
            .orElseThrow(() -> new Refused(Refusal.INVITATION_NOT_VALID, NOT_VALID));
    boolean usedSinceInvited = agency.isEnrolled() && !agency.enrolled().isBefore(agency.invited());
    if (usedSinceInvited) {
      if (request.signingKey().base64().equals(agency.signingKey())) {
        return new Signed(agency.enrolmentPayload(), agency.enrolmentSignature());
      }
      throw new Refused(Refusal.INVITATION_NOT_VALID, NOT_VALID);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!now.isBefore(agency.expires())) {
      throw new Refused(Refusal.INVITATION_NOT_VALID, NOT_VALID);
    }
    Signed answer =
        Signed.by(
            keys.signing(),
            Label.ENROLMENT,
            Codecs.ENROLMENT.write(
                new Enrolment(
                    request.agency(),
                    new AuthorityId(agency.authority()),
                    request.signingKey(),
                    now)));
    agencies.update(
        new Agency(
            agency.id(),
            agency.name(),
            agency.authority(),
            agency.tokenHash(),
            agency.invited(),
            agency.expires(),
            request.signingKey().base64(),
            now,
            answer.payload(),
            answer.signature()));
    audit.done(agency.id(), AuditAction.ENROL, agency.id());
    return answer;
  }
}
