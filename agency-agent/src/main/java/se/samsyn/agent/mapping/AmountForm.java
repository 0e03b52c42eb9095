package se.samsyn.agent.mapping;

/**
 * How amounts are written in a source.
 *
 * @param decimalComma {@code 1 234,50} rather than {@code 1234.50}
 * @param scale multiplies what is read: 100 makes öre of kronor
 * @param rounded whether to round to a whole number after scaling; otherwise a fraction is a
 *     problem
 */
public record AmountForm(boolean decimalComma, int scale, boolean rounded) {}
