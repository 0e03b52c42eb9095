package se.samsyn.demo.world;

import java.time.LocalDate;

/**
 * An intervention as the agency that gives it keeps it.
 *
 * @param type a code of {@code intervention.intervention_type}
 * @param jointWork whether it is part of the joint work
 * @param costOre hundredths of a krona, not negative
 */
public record Intervention(
    Child child, Actor giver, String type, LocalDate start, boolean jointWork, long costOre) {
  /** Whether the child lives elsewhere: a late intervention. */
  public boolean isPlacement() {
    return type.startsWith("placement");
  }
}
