package se.samsyn.aggregator.dashboard;

import se.samsyn.aggregator.access.Role;

/** The person who is logged in. */
public record Reader(String name, Role role) {
  public boolean isCoordinator() {
    return role == Role.COORDINATOR;
  }

  /** Whether the person sees the whole and one agency's part only. */
  public boolean isOfOneAgency() {
    return role == Role.AGENCY;
  }
}
