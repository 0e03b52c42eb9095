package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.ShareHolder;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.Refused;

/** What A and B do alike: mask the sums for the combiners, and give shares of what is open. */
abstract class ShareProgram extends Program {
  final ShareHolder holder;
  final Deciding deciding;
  final Gathering gathering;

  ShareProgram(Attempt attempt, Mailbox mail, Deciding deciding, ShareHolder.Side side)
      throws IOException {
    super(attempt, mail);
    this.holder = new ShareHolder(manifest, side, keys);
    this.deciding = deciding;
    this.gathering = new Gathering(attempt, mail, holder);
  }

  /** The range test, and once all is in range the tests of sums. */
  final void mask(Set<AgencyId> agencies)
      throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    AgencyId first = combiners.get(0);
    for (int chunk = 0; chunk < chunks; chunk++) {
      mail.put(SealedStep.RANGE, first, chunk, holder.range(chunk));
    }
    holder.acceptRange(mail.awaitWord(SealedStep.VERDICT, first));
    beginTests(agencies);
    for (AgencyId combiner : combiners) {
      for (int chunk = 0; chunk < chunks; chunk++) {
        mail.put(SealedStep.TEST, combiner, chunk, holder.test(combiner, chunk));
      }
    }
  }

  /** Gives the shares of what is open, when all roles have signed the same bits. */
  final void give(GroupWalk walk) throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    byte[] shares = Codecs.SIGNED.write(holder.shares(walk, words()));
    attempt.passes(Attempt.Point.SHARES);
    mail.put(Address.toAggregator(SealedStep.SHARES, attempt.me()), shares);
  }
}
