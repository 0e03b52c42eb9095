package se.samsyn.aggregator.dashboard;

import java.util.Optional;

/** A closed collection in the list. */
public record CollectionLine(
    String id, String constellation, String period, String closed, Optional<String> missing) {}
