package se.samsyn.aggregator.intake;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code submission}. */
@MappedEntity("submission")
record SubmissionRow(
    @Id String id,
    String manifestHash,
    String agency,
    String definition,
    int definitionVersion,
    int minimumFrequency,
    String envelopeHash,
    Instant received,
    byte[] receiptPayload,
    byte[] receiptSignature) {}
