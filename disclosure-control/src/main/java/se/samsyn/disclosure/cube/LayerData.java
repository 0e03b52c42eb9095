package se.samsyn.disclosure.cube;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A layer with its true values, by the cube's cell index.
 *
 * @param values non-negative
 * @param persons the distinct persons behind each value; the minimum frequency counts these
 * @param largest for a sum under a dominance rule: what the rule's largest contributors hold of
 *     each value together
 */
@SuppressWarnings("ArrayRecordComponent")
public record LayerData(Layer layer, long[] values, long[] persons, Optional<long[]> largest) {
  public LayerData {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(largest, "largest");
    if (values.length != persons.length
        || (largest.isPresent() && largest.get().length != values.length)) {
      throw new IllegalArgumentException("layer " + layer.id() + ": the arrays differ in length");
    }
    if (Arrays.stream(values).anyMatch(v -> v < 0) || Arrays.stream(persons).anyMatch(p -> p < 0)) {
      throw new IllegalArgumentException("layer " + layer.id() + ": a value is negative");
    }
  }

  /** A count of persons (or one that is given): the values are the persons. */
  public static LayerData counts(Layer layer, long[] values) {
    return new LayerData(layer, values, values, Optional.empty());
  }

  /** A sum or a count of events, with the distinct persons of each cell. */
  public static LayerData amounts(Layer layer, long[] values, long[] persons) {
    return new LayerData(layer, values, persons, Optional.empty());
  }

  /** Whether each value is itself a number of persons. */
  public boolean isCount() {
    return values == persons;
  }
}
