package se.samsyn.agent.tabulate;

import java.util.Optional;
import se.samsyn.schemas.definition.Measure;

/**
 * A measure before protection, by cell of the covered part.
 *
 * @param values counts or sums
 * @param persons the distinct persons behind each value
 * @param largest under a dominance rule, what the largest contributors hold of each sum
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawMeasure(
    Measure.Collected measure, long[] values, long[] persons, Optional<long[]> largest) {
  /** Never the values. */
  @Override
  public String toString() {
    return "RawMeasure[" + measure.id() + "]";
  }
}
