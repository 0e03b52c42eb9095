package se.samsyn.agent.sealed.role;

import se.samsyn.schemas.sealed.Address;

/** A message that is not there yet, and that this run does not wait for any longer. */
public final class Waiting extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Address address;

  public Waiting(Address address) {
    super(address.path());
    this.address = address;
  }

  /** What is waited for. */
  public Address address() {
    return address;
  }
}
