package se.samsyn.aggregator.agency;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code agency}. */
@MappedEntity("agency")
record Agency(
    @Id String id,
    String name,
    String authority,
    byte[] tokenHash,
    Instant invited,
    Instant expires,
    @Nullable String signingKey,
    @Nullable Instant enrolled,
    @Nullable byte[] enrolmentPayload,
    @Nullable byte[] enrolmentSignature) {

  boolean isEnrolled() {
    return signingKey != null;
  }
}
