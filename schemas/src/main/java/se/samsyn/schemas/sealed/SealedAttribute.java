package se.samsyn.schemas.sealed;

import java.util.List;
import java.util.Objects;
import se.samsyn.schemas.definition.DimensionId;

/**
 * An attribute of persons with its class tree.
 *
 * @param dimensions the definition's dimensions that it is made of; one, or a cross of several
 * @param classes its root stands for all persons of a unit
 * @param startUnit the unit from which on downwards the attribute is shown
 */
public record SealedAttribute(
    String id, List<DimensionId> dimensions, Tree classes, String startUnit) {
  public SealedAttribute {
    Objects.requireNonNull(id, "id");
    dimensions = List.copyOf(dimensions);
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(startUnit, "startUnit");
  }
}
