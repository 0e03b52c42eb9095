package se.samsyn.aggregator.sealed;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.SealedOutcome.State;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/**
 * Takes a role's word that it has opened nothing and erased its secrets. The first one ends the
 * attempt; the others may say it afterwards.
 */
@Singleton
public class UnopenedWords {
  private final Attempts attempts;
  private final AttemptEnd end;
  private final RelayedMessages messages;
  private final Transactions transactions;
  private final Steps steps;

  UnopenedWords(
      Attempts attempts,
      AttemptEnd end,
      RelayedMessages messages,
      Transactions transactions,
      Steps steps) {
    this.attempts = attempts;
    this.end = end;
    this.messages = messages;
    this.transactions = transactions;
    this.steps = steps;
  }

  /**
   * Stores the word.
   *
   * @throws Refused when it is not this role's about this attempt, another word of it lies there,
   *     or the totals are opened
   */
  void accept(SealedPlan plan, Address address, byte[] body) {
    Unopened word = verified(plan, address, body);
    boolean ended = transactions.write(connection -> accept(connection, plan, address, word, body));
    if (ended) {
      steps.reached(Step.ATTEMPT_ENDED);
    }
  }

  /** The word of a role of an attempt, as it signed it. */
  public Optional<Signed> of(Sha256 manifest, AgencyId role) {
    return transactions
        .read(
            connection ->
                messages.body(connection, manifest, Address.toRoles(SealedStep.UNOPENED, role)))
        .map(UnopenedWords::stored);
  }

  private static Signed stored(byte[] word) {
    try {
      return Codecs.SIGNED.read(word);
    } catch (MalformedDocument e) {
      throw new IllegalStateException("a word was stored that cannot be read", e);
    }
  }

  private boolean accept(
      Connection connection, SealedPlan plan, Address address, Unopened word, byte[] body)
      throws SQLException {
    State state = attempts.locked(connection, plan.manifest()).state();
    if (state == State.OPENED) {
      throw new Refused(Refusal.ATTEMPT_ENDED, "the totals of this attempt are opened");
    }
    boolean added =
        messages.add(
            connection, plan.manifest(), address, body, State.RUNNING, State.ENDED, State.VOID);
    if (!added && !messages.has(connection, plan.manifest(), address, body)) {
      throw new Refused(Refusal.ANOTHER_MESSAGE, "this role has said it in other words");
    }
    if (state != State.RUNNING) {
      return false;
    }
    end.end(
        connection, plan.manifest(), plan.name(), State.ENDED, word.reason(), word.role().value());
    return true;
  }

  private static Unopened verified(SealedPlan plan, Address address, byte[] body) {
    Unopened word;
    try {
      Signed signed = Codecs.SIGNED.read(body);
      word = Unopened.open(signed, plan.sealed().roles().of(address.from()).signingKey());
    } catch (MalformedDocument e) {
      throw new Refused(Refusal.MALFORMED, "not a signed word");
    } catch (InvalidMessage e) {
      throw new Refused(Refusal.BAD_SIGNATURE, "not this role's word that nothing was opened");
    }
    if (!word.manifest().equals(plan.sealedHash())
        || !word.role().equals(address.from())
        || !plan.sealed().agencies().containsAll(word.contributors())) {
      throw new Refused(
          Refusal.ENVELOPE_MISMATCH, "the word is about another attempt, role or contributors");
    }
    return word;
  }
}
