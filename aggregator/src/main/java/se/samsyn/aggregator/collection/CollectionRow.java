package se.samsyn.aggregator.collection;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code collection}: one version of a collection. */
@MappedEntity("collection")
record CollectionRow(
    @Id String manifestHash,
    String id,
    int version,
    String period,
    byte[] manifestPayload,
    byte[] manifestSignature,
    Instant created,
    @Nullable Instant closed) {}
