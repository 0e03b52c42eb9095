package se.samsyn.demo.world;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case of the joint work, kept by the agency that took the initiative.
 *
 * @param level universal, selective or indicated
 * @param followUp empty where the case is not followed up yet
 */
public record TsiCase(
    Child child, Actor initiator, LocalDate start, String level, Optional<FollowUp> followUp) {
  /**
   * How it went.
   *
   * @param outcome better, same or worse
   */
  public record FollowUp(LocalDate date, String outcome) {}
}
