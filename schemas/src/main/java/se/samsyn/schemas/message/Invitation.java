package se.samsyn.schemas.message;

import java.net.URI;
import java.time.Instant;
import se.samsyn.schemas.envelope.VerificationKey;

/**
 * What the coordinator hands an agency outside the system (a file, on paper), once.
 *
 * @param url where the aggregator answers
 * @param token 32 random bytes in hexadecimal, good for one enrolment
 * @param coordinatorKey the key that the agent pins: everything the aggregator says later is
 *     verified with it
 */
public record Invitation(
    URI url,
    AgencyId agency,
    String agencyName,
    AuthorityId authority,
    String token,
    VerificationKey coordinatorKey,
    Instant expires) {}
