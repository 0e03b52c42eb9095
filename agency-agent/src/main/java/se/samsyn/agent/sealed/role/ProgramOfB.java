package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.Judge;
import se.samsyn.agent.sealed.ShareHolder;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.PublicBits;
import se.samsyn.sealed.Refused;

/** B: holds the columns, masks, judges the groups, and gives its shares. */
final class ProgramOfB extends ShareProgram {
  ProgramOfB(Attempt attempt, Mailbox mail, Deciding deciding) throws IOException {
    super(attempt, mail, deciding, ShareHolder.Side.B);
  }

  @Override
  void run() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    pair();
    Signed ofA = mail.awaitWord(SealedStep.SET, a);
    Set<AgencyId> agencies = setOfA(ofA).contributions().keySet();
    if (attempt.contributors().isEmpty()) {
      deciding.require(agencies);
      attempt.decide(agencies);
    }
    for (AgencyId agency : agencies) {
      gathering.columns(agency);
    }
    Signed own = holder.close();
    holder.agree(ofA);
    mail.put(SealedStep.SET, own);
    mask(agencies);
    Judge judge = levels();
    mail.put(Address.toRoles(SealedStep.SETTLED, b), PublicBits.settled(judge.walk()));
    mail.put(SealedStep.WORD, judge.bits());
    give(judge.walk());
  }

  private Judge levels() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    Judge judge = new Judge(manifest, keys, holder);
    for (int level = 0; !judge.walk().isDone(); level++) {
      List<Judge.Answers> answers = new ArrayList<>();
      for (int c = 0; c < combiners.size(); c++) {
        int number = Address.level(level, c);
        answers.add(
            judge.compare(
                combiners.get(c),
                mail.await(SealedStep.TAGS, a, number),
                mail.await(SealedStep.TAGS, combiners.get(c), number)));
      }
      for (int c = 0; c < combiners.size(); c++) {
        int number = Address.level(level, c);
        mail.put(SealedStep.BITS, a, number, answers.get(c).toA());
        mail.put(SealedStep.BITS, combiners.get(c), number, answers.get(c).toCombiner());
      }
      for (int c = 0; c < combiners.size(); c++) {
        AgencyId combiner = combiners.get(c);
        judge.check(combiner, mail.await(SealedStep.SHOWN, combiner, Address.level(level, c)));
      }
      judge.settle();
    }
    return judge;
  }
}
