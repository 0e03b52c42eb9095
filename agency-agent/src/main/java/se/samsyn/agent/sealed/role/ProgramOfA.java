package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.ShareHolder;
import se.samsyn.agent.sealed.Tagger;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/** A: decides whose contributions are added, masks, tags, and gives its shares. */
final class ProgramOfA extends ShareProgram {
  ProgramOfA(Attempt attempt, Mailbox mail, Deciding deciding) throws IOException {
    super(attempt, mail, deciding, ShareHolder.Side.A);
  }

  @Override
  void run() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    pair();
    Set<AgencyId> agencies = gathering.decide(deciding);
    for (AgencyId agency : agencies) {
      gathering.seed(agency);
    }
    mail.put(SealedStep.SET, holder.close());
    holder.agree(mail.awaitWord(SealedStep.SET, b));
    mask(agencies);
    Tagger tagger = levels();
    mail.put(SealedStep.WORD, tagger.bits());
    give(tagger.walk());
  }

  private Tagger levels() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    List<Tagger> taggers = new ArrayList<>();
    for (AgencyId combiner : combiners) {
      taggers.add(Tagger.ofA(manifest, keys, holder, combiner));
    }
    for (int level = 0; !taggers.get(0).walk().isDone(); level++) {
      for (int c = 0; c < taggers.size(); c++) {
        mail.put(SealedStep.TAGS, b, Address.level(level, c), taggers.get(c).tags());
      }
      for (int c = 0; c < taggers.size(); c++) {
        taggers.get(c).accept(mail.await(SealedStep.BITS, b, Address.level(level, c)));
      }
      requireAlike(taggers);
    }
    return taggers.get(0);
  }

  /** B must say the same of both combiners. */
  private void requireAlike(List<Tagger> taggers) throws Refused {
    for (Tagger tagger : taggers) {
      if (!tagger.walk().settledBits().equals(taggers.get(0).walk().settledBits())) {
        throw new Refused(Refused.Reason.OTHER_BITS, b);
      }
    }
  }
}
