package se.samsyn.disclosure.adaptive;

import java.util.Objects;
import se.samsyn.disclosure.table.Node;

/**
 * An attribute of persons with its class tree.
 *
 * @param classes the root is all persons
 * @param startUnit the unit from which on downwards the attribute is shown
 */
public record Attribute(String id, Node classes, String startUnit) {
  public Attribute {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(startUnit, "startUnit");
  }
}
