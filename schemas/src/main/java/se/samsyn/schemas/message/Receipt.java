package se.samsyn.schemas.message;

import java.time.Instant;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;

/**
 * The aggregator's word, signed with the coordinator's key, that a submission is stored.
 *
 * @param envelope the hash of the envelope's bytes as they were received
 */
public record Receipt(
    SubmissionId submission,
    AgencyId agency,
    CollectionId collection,
    Sha256 manifest,
    DefinitionRef definition,
    Period period,
    Sha256 envelope,
    Instant received) {}
