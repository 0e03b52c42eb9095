package se.samsyn.agent.enrol;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.Step;
import se.samsyn.agent.Steps;
import se.samsyn.agent.config.Network;
import se.samsyn.agent.http.AggregatorClient;
import se.samsyn.agent.http.Answer;
import se.samsyn.agent.keys.KeyStore;
import se.samsyn.agent.ledger.Ledger;
import se.samsyn.agent.state.DurableFiles;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Enrolment;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Invitation;

/**
 * Takes up an invitation: makes the key, pins the coordinator's, and gets the coordinator's word
 * for it.
 */
public final class Enrolling {
  private final StateFolder state;
  private final Optional<Network> network;
  private final Clock clock;
  private final Steps steps;

  public Enrolling(StateFolder state, Optional<Network> network, Clock clock, Steps steps) {
    this.state = state;
    this.network = network;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * Enrols, or finds that it is done. Safe to repeat after a crash at any step.
   *
   * @return the pinned trust
   * @throws NotDone when the invitation is another agency's, too old or refused, or the state
   *     folder trusts somebody else
   */
  public Trust enrol(AgencyId agency, Invitation invitation) throws NotDone, IOException {
    if (!invitation.agency().equals(agency)) {
      throw new NotDone("init.other-agency", invitation.agency(), agency);
    }
    Trust trust;
    try {
      trust = new Trust(agency, invitation.url(), invitation.coordinatorKey());
    } catch (IllegalArgumentException e) {
      throw new NotDone("init.not-https");
    }
    Optional<Trust> pinned = Trust.load(state);
    if (pinned.isPresent() && !pinned.get().equals(trust)) {
      throw new NotDone("init.other-coordinator", state.root());
    }
    SigningKey key = new KeyStore(state).loadOrMake(new SecureRandom(), steps);
    if (pinned.isEmpty()) {
      trust.store(state);
      steps.reached(Step.TRUST_PINNED);
    }
    if (isDone(state)) {
      return trust;
    }
    if (!clock.instant().isBefore(invitation.expires())) {
      throw new NotDone("init.expired");
    }
    Signed enrolment = ask(trust, key, invitation);
    Ledger.begin(state, key);
    steps.reached(Step.LEDGER_BEGUN);
    DurableFiles.write(state.enrolment(), Codecs.SIGNED.write(enrolment));
    steps.reached(Step.ENROLMENT_STORED);
    return trust;
  }

  /** Whether this state folder has the coordinator's word. */
  public static boolean isDone(StateFolder state) {
    return Files.exists(state.enrolment());
  }

  private Signed ask(Trust trust, SigningKey key, Invitation invitation)
      throws NotDone, IOException {
    EnrolmentRequest request =
        new EnrolmentRequest(trust.agency(), invitation.token(), key.verificationKey());
    Signed signed =
        Signed.by(key, Label.ENROLMENT_REQUEST, Codecs.ENROLMENT_REQUEST.write(request));
    Answer answer =
        AggregatorClient.to(trust.url(), network)
            .post("/api/v1/enrolments", Codecs.SIGNED.write(signed));
    steps.reached(Step.ENROLMENT_ASKED);
    if (!(answer instanceof Answer.Success success)) {
      throw NotDone.of(answer);
    }
    try {
      Signed enrolment = Codecs.SIGNED.read(success.body());
      Enrolment said = Codecs.ENROLMENT.read(enrolment.open(trust.coordinator(), Label.ENROLMENT));
      if (!said.agency().equals(trust.agency())
          || !said.signingKey().equals(key.verificationKey())) {
        throw new NotDone("init.answer-not-ours");
      }
      return enrolment;
    } catch (InvalidMessage e) {
      throw new NotDone("answer.not-coordinators");
    } catch (MalformedDocument e) {
      throw new NotDone("answer.malformed");
    }
  }
}
