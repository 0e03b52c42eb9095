package se.samsyn.agent.sealed.role;

import java.io.IOException;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.Combiner;
import se.samsyn.agent.sealed.Tagger;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/** C or C': adds what A and B have masked, and tags. */
final class ProgramOfC extends Program {
  private final Combiner combiner;
  private final Deciding deciding;

  ProgramOfC(Attempt attempt, Mailbox mail, Deciding deciding) throws IOException {
    super(attempt, mail);
    this.combiner = new Combiner(manifest, keys);
    this.deciding = deciding;
  }

  @Override
  void run() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    pair();
    Signed ofA = mail.awaitWord(SealedStep.SET, a);
    Signed ofB = mail.awaitWord(SealedStep.SET, b);
    ContributorSet set = setOfA(ofA);
    if (attempt.contributors().isEmpty()) {
      deciding.require(set.contributions().keySet());
    }
    combiner.agree(set, ofA, ofB);
    int place = combiners.indexOf(mail.me());
    if (place == 0) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        combiner.range(
            mail.await(SealedStep.RANGE, a, chunk), mail.await(SealedStep.RANGE, b, chunk));
      }
      mail.put(SealedStep.VERDICT, combiner.rangeVerdict());
    }
    beginTests(set.contributions().keySet());
    for (int chunk = 0; chunk < chunks; chunk++) {
      combiner.test(mail.await(SealedStep.TEST, a, chunk), mail.await(SealedStep.TEST, b, chunk));
    }
    Tagger tagger = Tagger.ofCombiner(manifest, keys, combiner);
    for (int level = 0; !tagger.walk().isDone(); level++) {
      int number = Address.level(level, place);
      mail.put(SealedStep.TAGS, b, number, tagger.tags());
      byte[] shown = tagger.accept(mail.await(SealedStep.BITS, b, number));
      mail.put(SealedStep.SHOWN, b, number, shown);
    }
    mail.put(SealedStep.WORD, tagger.bits());
  }
}
