package se.samsyn.agent.sealed.role;

import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;

/** The aggregator, as it carries the messages of one attempt. Nothing that it says is trusted. */
public interface Relay {
  /**
   * Leaves a message; the same one may be left again.
   *
   * @return whether it is known to have arrived
   * @throws AttemptEnded when the relay says that the attempt is over
   * @throws NotDone when it refuses the message
   */
  boolean put(Address address, byte[] message) throws AttemptEnded, NotDone;

  /**
   * What lies at an address; empty when nothing does yet, or the relay does not answer.
   *
   * @throws AttemptEnded when the relay says that the attempt is over
   * @throws NotDone when it refuses to show it
   */
  Optional<byte[]> get(Address address) throws AttemptEnded, NotDone;

  /** How the relay says that the attempt stands; empty when it does not answer. */
  Optional<SealedOutcome.State> outcome() throws NotDone;
}
