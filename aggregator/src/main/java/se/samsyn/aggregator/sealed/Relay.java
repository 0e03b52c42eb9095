package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/**
 * Carries the messages of sealed attempts: takes what the manifest has a place for, from whom it
 * says, once, and gives it to whom it says. It does not know what is in them.
 */
@Singleton
class Relay {
  /** With the last of these the totals are opened. */
  private static final Set<SealedStep> OPENING =
      EnumSet.of(SealedStep.SET, SealedStep.SETTLED, SealedStep.WORD, SealedStep.SHARES);

  /** Of these a level has one message, and every group is in one level. */
  private static final Set<SealedStep> LEVELS =
      EnumSet.of(SealedStep.TAGS, SealedStep.BITS, SealedStep.SHOWN);

  /** Two combiners, and again as much for what each message has besides its groups. */
  private static final int TABLES_OF_A_ROLE = 4;

  private final SealedPlans plans;
  private final Attempts attempts;
  private final RelayedMessages messages;
  private final TotalsOpening opening;
  private final UnopenedWords unopened;
  private final Transactions transactions;
  private final Steps steps;

  Relay(
      SealedPlans plans,
      Attempts attempts,
      RelayedMessages messages,
      TotalsOpening opening,
      UnopenedWords unopened,
      Transactions transactions,
      Steps steps) {
    this.plans = plans;
    this.attempts = attempts;
    this.messages = messages;
    this.opening = opening;
    this.unopened = unopened;
    this.transactions = transactions;
    this.steps = steps;
  }

  /**
   * Stores a message; the same bytes again change nothing.
   *
   * @param agency who sends it
   * @param place where it says that it belongs; empty where that is no address at all
   * @throws Refused when there is no such place for this agency, other bytes lie there, or the
   *     attempt has ended
   */
  void put(AgencyId agency, String manifest, Optional<Address> place, byte[] body) {
    SealedPlan plan = plan(manifest);
    Address address =
        place
            .filter(a -> a.from().equals(agency) && plan.routes().has(a))
            .orElseThrow(Relay::noSuchMessage);
    if (body.length > plan.routes().largest(address)) {
      throw new Refused(Refusal.TOO_LARGE, "the message is larger than any of this step can be");
    }
    if (address.step() == SealedStep.UNOPENED) {
      unopened.accept(plan, address, body);
    } else {
      transactions.write(connection -> put(connection, plan, address, body));
    }
    steps.reached(Step.SEALED_MESSAGE_STORED);
  }

  private boolean put(Connection connection, SealedPlan plan, Address address, byte[] body)
      throws SQLException {
    boolean opens = OPENING.contains(address.step());
    if (opens) {
      // One after the other: whichever is last sees all the others.
      attempts.locked(connection, plan.manifest());
    }
    if (LEVELS.contains(address.step())) {
      requireRoom(connection, plan, address, body.length);
    }
    boolean added =
        messages.add(connection, plan.manifest(), address, body, SealedOutcome.State.RUNNING);
    if (!added) {
      requireSame(connection, plan, address, body);
    } else if (opens) {
      opening.openIfComplete(connection, plan, address.from().value());
    }
    return added;
  }

  /** Level by level a role could else put a table as large as the whole at each of them. */
  private void requireRoom(Connection connection, SealedPlan plan, Address address, long more)
      throws SQLException {
    long most = TABLES_OF_A_ROLE * plan.routes().largest(address);
    if (messages.bytesBeside(connection, plan.manifest(), address) + more > most) {
      throw new Refused(
          Refusal.TOO_LARGE, "the messages of this step are larger together than all groups are");
    }
  }

  private void requireSame(Connection connection, SealedPlan plan, Address address, byte[] body)
      throws SQLException {
    if (!attempts.find(plan.manifest()).orElseThrow().isRunning()) {
      throw ended();
    }
    if (!messages.has(connection, plan.manifest(), address, body)) {
      throw new Refused(Refusal.ANOTHER_MESSAGE, "other bytes lie at this address");
    }
  }

  /**
   * The message at an address.
   *
   * @param agency who asks
   * @throws Refused when it is not for this agency, not there yet, or the attempt has ended
   */
  byte[] get(AgencyId agency, String manifest, Optional<Address> place) {
    SealedPlan plan = plan(manifest);
    Address address =
        place
            .filter(a -> plan.routes().has(a) && plan.routes().mayRead(a, agency))
            .orElseThrow(Relay::noSuchMessage);
    RelayedMessages.Found found = messages.find(plan.manifest(), address);
    steps.reached(Step.SEALED_MESSAGE_READ);
    boolean stays =
        address.step() == SealedStep.UNOPENED && found.state() != SealedOutcome.State.OPENED;
    if (found.state() != SealedOutcome.State.RUNNING && !stays) {
      throw ended();
    }
    return found
        .body()
        .orElseThrow(() -> new Refused(Refusal.NOT_YET, "the message is not here yet"));
  }

  /**
   * How an attempt stands.
   *
   * @throws Refused when the agency does not take part in it
   */
  SealedOutcome outcome(AgencyId agency, String manifest) {
    SealedPlan plan = plan(manifest);
    if (plan.sealed().agency(agency).isEmpty()
        && !plan.sealed().roles().agencies().contains(agency)) {
      throw new Refused(
          Refusal.NOT_A_PARTICIPANT, "the agency does not take part in this collection");
    }
    return new SealedOutcome(attempts.find(plan.manifest()).orElseThrow().state());
  }

  private SealedPlan plan(String manifest) {
    try {
      return plans
          .find(new Sha256(manifest))
          .orElseThrow(() -> new IllegalArgumentException("unknown"));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refusal.UNKNOWN_MANIFEST, "no sealed collection has this manifest");
    }
  }

  private static Refused noSuchMessage() {
    return new Refused(
        Refusal.NO_SUCH_MESSAGE, "this attempt has no such message, or not for this agency");
  }

  private static Refused ended() {
    return new Refused(Refusal.ATTEMPT_ENDED, "the attempt has ended; ask for its outcome");
  }
}
