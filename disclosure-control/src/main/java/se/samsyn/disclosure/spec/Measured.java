package se.samsyn.disclosure.spec;

/**
 * One measure with its true values, by the cube's cell index.
 *
 * @param values in units of the last decimal
 * @param persons the distinct persons or contributors behind each value
 * @param largest the largest contributions of a magnitude; empty for a frequency
 */
@SuppressWarnings("ArrayRecordComponent")
record Measured(Specification.MeasureEntry entry, long[] values, long[] persons, Largest largest) {}
