package se.samsyn.disclosure.respondent;

import java.util.Objects;
import java.util.Optional;
import se.samsyn.disclosure.cube.Layer;

/**
 * One measure of a joint table.
 *
 * @param behind for events and amounts: the layer that counts the persons behind them, if the table
 *     has one
 */
public record JointLayer(Layer layer, Kind kind, Optional<String> behind) {
  /** What a number of the layer is. */
  public enum Kind {
    /** A number of persons. */
    PERSONS,
    /** A number of events. */
    EVENTS,
    /** A sum, to which dominance applies. */
    AMOUNT
  }

  public JointLayer {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(behind, "behind");
  }

  /** A count of persons. */
  public static JointLayer persons(Layer layer) {
    return new JointLayer(layer, Kind.PERSONS, Optional.empty());
  }

  /** A sum over the persons whom {@code behind} counts. */
  public static JointLayer amount(Layer layer, String behind) {
    return new JointLayer(layer, Kind.AMOUNT, Optional.of(behind));
  }
}
