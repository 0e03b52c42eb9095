package se.samsyn.schemas.message;

import java.time.Instant;
import se.samsyn.schemas.envelope.VerificationKey;

/** The coordinator's word, signed, that this key is this agency's. */
public record Enrolment(
    AgencyId agency, AuthorityId authority, VerificationKey signingKey, Instant enrolled) {}
