package se.samsyn.aggregator.dashboard;

import java.util.Optional;

/**
 * A closed collection in the list.
 *
 * @param about the titles of its indicators
 */
public record CollectionLine(
    String id,
    String constellation,
    String period,
    String about,
    String released,
    Optional<String> missing,
    boolean isSealed) {}
