package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/**
 * A role's messages: each is noted in the attempt's journal before it is acted on or sent, so that
 * no address ever holds two of them for this role, however often it starts again.
 */
final class Mailbox {
  private final Attempt attempt;
  private final Relay relay;
  private final Patience patience;
  private final Steps steps;

  Mailbox(Attempt attempt, Relay relay, Patience patience, Steps steps) {
    this.attempt = attempt;
    this.relay = relay;
    this.patience = patience;
    this.steps = steps;
  }

  AgencyId me() {
    return attempt.me();
  }

  void put(SealedStep step, AgencyId to, int number, byte[] message)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    put(Address.of(step, me(), to, number), message);
  }

  void put(SealedStep step, Signed message)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    put(Address.toRoles(step, me()), Codecs.SIGNED.write(message));
  }

  /** Leaves a message, however often that must be tried. */
  void put(Address address, byte[] message)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    attempt.note(address, message);
    for (int tries = 1; !relay.put(address, message); tries++) {
      patience.pause(address, tries);
    }
    steps.reached(Step.MESSAGE_SENT);
  }

  byte[] await(SealedStep step, AgencyId from, int number)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    return await(Address.of(step, from, me(), number));
  }

  /** A role's or an agency's word to all. */
  Signed awaitWord(SealedStep step, AgencyId from)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    return signed(from, await(Address.toRoles(step, from)));
  }

  byte[] await(Address address) throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    for (int looks = 1; ; looks++) {
      Optional<byte[]> message = relay.get(address);
      if (message.isPresent()) {
        attempt.note(address, message.get());
        steps.reached(Step.MESSAGE_READ);
        return message.get();
      }
      patience.pause(address, looks);
    }
  }

  /** Whether something lies at an address; it is not noted, since nobody acts on it yet. */
  boolean isThere(Address address) throws AttemptEnded, NotDone {
    return relay.get(address).isPresent();
  }

  void pause(Address address, int looks) throws Waiting {
    patience.pause(address, looks);
  }

  static Signed signed(AgencyId from, byte[] message) throws Refused {
    try {
      return Codecs.SIGNED.read(message);
    } catch (MalformedDocument e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, from);
    }
  }
}
