package se.samsyn.disclosure.protect;

import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.rule.Requirement;

/** What one attacker must be left with for one cell. */
public record Demand(int cell, Attacker attacker, Requirement requirement) {
  /** For everybody. */
  public static Demand of(int cell, Requirement requirement) {
    return new Demand(cell, Attacker.OUTSIDER, requirement);
  }
}
