package se.samsyn.schemas.message;

import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.VerificationKey;

/** An agency that takes part in a collection, with the key that its submissions are signed with. */
public record Participant(
    AgencyId agency, AuthorityId authority, Text name, VerificationKey signingKey) {}
