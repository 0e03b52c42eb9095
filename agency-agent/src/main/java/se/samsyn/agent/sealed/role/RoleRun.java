package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Steps;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;
import se.samsyn.sealed.Refused;

/** Plays this agency's role in one attempt, from wherever it was left, to its end. */
public final class RoleRun {
  private static final String ENDED_BY_OTHERS = "ended-by-others";

  private final Attempt attempt;
  private final SigningKey signing;
  private final Relay relay;
  private final Patience patience;
  private final Deciding deciding;
  private final Steps steps;

  /** How it ended for this role. */
  public sealed interface End {
    /** The totals are opened, or the aggregator found that they cannot be true. */
    record Given() implements End {}

    /**
     * Nothing was opened by this role.
     *
     * @param reason a word of {@link Refused.Reason}, or that others ended it
     */
    record Unopened(String reason) implements End {}

    /** It was over already. */
    record Over() implements End {}
  }

  /**
   * @param before the agencies of an earlier attempt whose tests had begun
   */
  public RoleRun(
      Attempt attempt,
      SigningKey signing,
      Relay relay,
      Patience patience,
      Optional<Set<AgencyId>> before,
      Clock clock,
      Steps steps) {
    this.attempt = attempt;
    this.signing = signing;
    this.relay = relay;
    this.patience = patience;
    this.deciding = new Deciding(attempt.manifest(), before, clock);
    this.steps = steps;
  }

  /**
   * @throws Waiting when a message is not there yet; the next call goes on
   * @throws NotDone when the relay refuses what an honest one would take
   */
  public End play() throws Waiting, NotDone, IOException {
    Optional<Signed> word = attempt.unopened();
    if (word.isPresent()) {
      return sayUnopened(attempt.endUnopened(word.get()), ENDED_BY_OTHERS);
    }
    if (attempt.isOver()) {
      attempt.close();
      return new End.Over();
    }
    try {
      Program.of(attempt, new Mailbox(attempt, relay, patience, steps), deciding).run();
      return awaitOutcome();
    } catch (Refused e) {
      return end(e.reason().word());
    } catch (AttemptEnded e) {
      return awaitOutcome();
    }
  }

  private End awaitOutcome() throws Waiting, NotDone, IOException {
    for (int looks = 1; ; looks++) {
      Optional<SealedOutcome.State> state = relay.outcome();
      if (state.isPresent() && state.get() != SealedOutcome.State.RUNNING) {
        if (state.get() == SealedOutcome.State.ENDED) {
          return end(ENDED_BY_OTHERS);
        }
        attempt.close();
        return new End.Given();
      }
      patience.pause(unopened(), looks);
    }
  }

  /** Once shares are given nobody can say that nothing was opened. */
  private End end(String reason) throws Waiting, NotDone, IOException {
    if (attempt.hasPassed(Attempt.Point.SHARES)) {
      attempt.close();
      return new End.Given();
    }
    Set<AgencyId> tested =
        attempt.hasPassed(Attempt.Point.TESTS) ? attempt.contributors().orElseThrow() : Set.of();
    Signed word =
        new Unopened(attempt.manifest().hash(), attempt.me(), reason, List.copyOf(tested))
            .signedBy(signing);
    return sayUnopened(attempt.endUnopened(word), reason);
  }

  private End sayUnopened(Signed word, String reason) throws Waiting, NotDone, IOException {
    if (!attempt.isOver()) {
      try {
        for (int tries = 1; !relay.put(unopened(), Codecs.SIGNED.write(word)); tries++) {
          patience.pause(unopened(), tries);
        }
      } catch (AttemptEnded e) {
        // Then it is known to be over; the word is kept here for whoever asks.
      }
      attempt.close();
    }
    return new End.Unopened(reason);
  }

  private Address unopened() {
    return Address.toRoles(SealedStep.UNOPENED, attempt.me());
  }
}
