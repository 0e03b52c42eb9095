package se.samsyn.agent.sealed.role;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.sealed.RoleKeys;
import se.samsyn.agent.sealed.state.Attempt;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.sealed.Refused;

/**
 * What a role does in an attempt, from the first message to the last. A program always runs from
 * its beginning: started again it sends the same bytes and reads the same messages, and so comes
 * back to where it was.
 */
abstract class Program {
  final Attempt attempt;
  final SealedManifest manifest;
  final Mailbox mail;
  final RoleKeys keys;
  final AgencyId a;
  final AgencyId b;
  final List<AgencyId> combiners;
  final int chunks;

  Program(Attempt attempt, Mailbox mail) throws IOException {
    this.attempt = attempt;
    this.manifest = attempt.manifest();
    this.mail = mail;
    this.keys = attempt.keys();
    this.a = manifest.roles().a().agency();
    this.b = manifest.roles().b().agency();
    this.combiners = manifest.roles().combiners().stream().map(RoleHolder::agency).toList();
    this.chunks = Layout.of(manifest).chunks();
  }

  /** The program of this agency's role. */
  static Program of(Attempt attempt, Mailbox mail, Deciding deciding) throws IOException {
    AgencyId me = attempt.me();
    if (me.equals(attempt.manifest().roles().a().agency())) {
      return new ProgramOfA(attempt, mail, deciding);
    }
    return me.equals(attempt.manifest().roles().b().agency())
        ? new ProgramOfB(attempt, mail, deciding)
        : new ProgramOfC(attempt, mail, deciding);
  }

  /**
   * Runs to the end: all that this role has to say is said.
   *
   * @throws Refused when an honest party does not go on
   */
  abstract void run() throws Refused, AttemptEnded, Waiting, NotDone, IOException;

  /** Gives each other role its half of their secret, and takes theirs. */
  final void pair() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    for (AgencyId peer : others()) {
      mail.put(SealedStep.HALF, peer, 0, Codecs.SIGNED.write(keys.half(peer)));
    }
    for (AgencyId peer : others()) {
      keys.accept(peer, Mailbox.signed(peer, mail.await(SealedStep.HALF, peer, 0)));
    }
  }

  /** The other roles' words for the public bits. */
  final Map<AgencyId, Signed> words() throws Refused, AttemptEnded, Waiting, NotDone, IOException {
    Map<AgencyId, Signed> words = new HashMap<>();
    for (AgencyId peer : others()) {
      words.put(peer, mail.awaitWord(SealedStep.WORD, peer));
    }
    return words;
  }

  /** The set that A has signed. */
  final ContributorSet setOfA(Signed word) throws Refused {
    try {
      return ContributorSet.read(keys.verified(a, Label.SEALED_SET, word));
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, a);
    }
  }

  /** Begins the tests, once the agencies are known that it will always have been about. */
  final void beginTests(Set<AgencyId> agencies) throws IOException {
    if (attempt.contributors().isEmpty()) {
      attempt.decide(agencies);
    }
    attempt.passes(Attempt.Point.TESTS);
  }

  private List<AgencyId> others() {
    return manifest.roles().agencies().stream().filter(r -> !r.equals(attempt.me())).toList();
  }
}
