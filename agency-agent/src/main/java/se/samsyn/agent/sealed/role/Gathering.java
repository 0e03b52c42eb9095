package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.ShareHolder;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.Contribution;
import se.samsyn.schemas.sealed.RosterAgency;
import se.samsyn.schemas.sealed.Routes;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/** Takes in the contributions, for A or for B. */
final class Gathering {
  private final Attempt attempt;
  private final Mailbox mail;
  private final ShareHolder holder;
  private final int bundles;

  Gathering(Attempt attempt, Mailbox mail, ShareHolder holder) {
    this.attempt = attempt;
    this.mail = mail;
    this.holder = holder;
    this.bundles = new Routes(attempt.manifest()).bundles();
  }

  /** A decides whose contributions are added, once for ever: all, or after the deadline enough. */
  Set<AgencyId> decide(Deciding deciding)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    if (attempt.contributors().isPresent()) {
      return attempt.contributors().get();
    }
    Set<AgencyId> here = new TreeSet<>();
    for (int looks = 1; ; looks++) {
      Address missing = null;
      for (AgencyId agency : deciding.awaited()) {
        Address word = Address.toRoles(SealedStep.CONTRIBUTION, agency);
        if (here.contains(agency) || mail.isThere(word)) {
          here.add(agency);
        } else {
          missing = word;
        }
      }
      if (missing == null || (deciding.before().isEmpty() && deciding.isLate())) {
        // Whether these are enough is asked when the set is closed.
        attempt.decide(here);
        return here;
      }
      if (deciding.isLate()) {
        throw new Refused(Refused.Reason.OTHER_AGENCIES);
      }
      mail.pause(missing, looks);
    }
  }

  /** A takes in an agency's seed. */
  void seed(AgencyId agency) throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    Signed word = mail.awaitWord(SealedStep.CONTRIBUTION, agency);
    holder.acceptSeed(contribution(agency, word), word, mail.await(SealedStep.SEED, agency, 0));
  }

  /** B takes in an agency's columns. */
  void columns(AgencyId agency) throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    Signed word = mail.awaitWord(SealedStep.CONTRIBUTION, agency);
    byte[] key = mail.await(SealedStep.KEY, agency, 0);
    List<byte[]> columns = new ArrayList<>();
    for (int bundle = 0; bundle < bundles; bundle++) {
      columns.add(mail.await(SealedStep.COLUMNS, agency, bundle));
    }
    attempt.keepColumns(agency, columns);
    holder.acceptColumns(
        contribution(agency, word), word, key, attempt.columns(agency, holder::columnBytes));
  }

  private Contribution contribution(AgencyId agency, Signed word) throws Refused {
    RosterAgency from =
        attempt
            .manifest()
            .agency(agency)
            .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN_AGENCY, agency));
    try {
      Contribution contribution =
          Contribution.read(word.open(from.signingKey(), Label.SEALED_CONTRIBUTION));
      if (contribution.agency().equals(agency)) {
        return contribution;
      }
    } catch (InvalidMessage e) {
      // The same answer as for another agency's.
    }
    throw new Refused(Refused.Reason.NOT_AUTHENTIC, agency);
  }
}
