package se.samsyn.schemas.message;

import se.samsyn.schemas.envelope.VerificationKey;

/**
 * An agent introduces its key; signed with that key, which proves that it holds it.
 *
 * @param token from the invitation; it is used up by the first success
 */
public record EnrolmentRequest(AgencyId agency, String token, VerificationKey signingKey) {}
