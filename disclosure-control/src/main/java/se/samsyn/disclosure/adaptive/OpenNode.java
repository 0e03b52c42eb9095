package se.samsyn.disclosure.adaptive;

import java.util.Optional;

/**
 * A unit's total, or a class of one attribute in a unit.
 *
 * @param attribute empty for the total of the unit
 * @param clazz the class's code; the attribute's root for all
 */
public record OpenNode(String unit, Optional<String> attribute, String clazz) {
  static OpenNode total(String unit) {
    return new OpenNode(unit, Optional.empty(), "");
  }

  static OpenNode of(String unit, String attribute, String clazz) {
    return new OpenNode(unit, Optional.of(attribute), clazz);
  }
}
