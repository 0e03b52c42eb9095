package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.Judge;
import se.samsyn.agent.sealed.ShareHolder;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.sealed.Refused;

/** B: holds the columns, masks, judges the groups, and gives its shares. */
final class ProgramOfB extends Program {
  private final ShareHolder holder;
  private final Deciding deciding;

  ProgramOfB(Attempt attempt, Mailbox mail, Deciding deciding) throws IOException {
    super(attempt, mail);
    this.holder = new ShareHolder(manifest, ShareHolder.Side.B, keys);
    this.deciding = deciding;
  }

  @Override
  void run() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    pair();
    Signed ofA = mail.awaitWord(SealedStep.SET, a);
    ContributorSet set = setOfA(ofA);
    if (attempt.contributors().isEmpty()) {
      deciding.require(set.contributions().keySet());
      attempt.decide(set.contributions().keySet());
    }
    Gathering gathering = new Gathering(attempt, mail, holder);
    for (AgencyId agency : set.contributions().keySet()) {
      gathering.columns(agency);
    }
    Signed own = holder.close();
    holder.agree(ofA);
    mail.put(SealedStep.SET, own);
    for (int chunk = 0; chunk < chunks; chunk++) {
      mail.put(SealedStep.RANGE, combiners.get(0), chunk, holder.range(chunk));
    }
    holder.acceptRange(mail.awaitWord(SealedStep.VERDICT, combiners.get(0)));
    beginTests(set.contributions().keySet());
    for (AgencyId combiner : combiners) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        mail.put(SealedStep.TEST, combiner, chunk, holder.test(combiner, chunk));
      }
    }
    Judge judge = levels();
    mail.put(Address.toRoles(SealedStep.SETTLED, b), settled(judge));
    mail.put(SealedStep.WORD, judge.bits());
    byte[] shares = Codecs.SIGNED.write(holder.shares(judge.walk(), words()));
    attempt.passes(Attempt.Point.SHARES);
    mail.put(new Address(SealedStep.SHARES, b, Address.AGGREGATOR, 0), shares);
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

  /** The public bits themselves, for whoever adds the shares; their hash is what is signed. */
  private static byte[] settled(Judge judge) {
    List<Boolean> all = judge.walk().settledBits();
    BitSet bits = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      bits.set(i, all.get(i));
    }
    return new Wire().number(all.size()).block(bits.toByteArray()).bytes();
  }
}
