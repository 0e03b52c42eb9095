package se.samsyn.disclosure.rounding;

/**
 * The outcome of rounding.
 *
 * @param table what may be published
 * @param report what may not
 */
public record Rounding(RoundedTable table, RoundingReport report) {}
