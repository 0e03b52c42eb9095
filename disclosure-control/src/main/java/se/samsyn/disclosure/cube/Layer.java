package se.samsyn.disclosure.cube;

import java.util.Objects;
import java.util.Optional;

/**
 * One measure on a cube, as everybody knows it: without values.
 *
 * @param id distinct within the table
 * @param adding how parts and totals hang together
 * @param partOf the layer of which this one is a filtered count: in every cell at most that
 *     layer's. What is left of it is protected too, though never shown.
 */
public record Layer(String id, Adding adding, Optional<String> partOf) {
  /** How the parts of a dimension hang together with their total. */
  public enum Adding {
    /** As the dimension's kind says: counts of distinct persons. */
    BY_KIND,
    /** Parts add up along every dimension: sums, events, counts that are given. */
    ALWAYS
  }

  public Layer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(adding, "adding");
    Objects.requireNonNull(partOf, "partOf");
  }

  /** Counts of distinct persons. */
  public static Layer persons(String id) {
    return new Layer(id, Adding.BY_KIND, Optional.empty());
  }

  /** Counts of distinct persons that are also counted in {@code base}. */
  public static Layer personsOf(String id, String base) {
    return new Layer(id, Adding.BY_KIND, Optional.of(base));
  }

  /** Sums, events, or counts that are given: parts add up. */
  public static Layer additive(String id) {
    return new Layer(id, Adding.ALWAYS, Optional.empty());
  }

  /** An additive count (of events, or given) that is part of another additive one. */
  public static Layer additivePartOf(String id, String base) {
    return new Layer(id, Adding.ALWAYS, Optional.of(base));
  }
}
