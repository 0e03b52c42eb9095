package se.samsyn.aggregator.sealed;

import java.util.Arrays;
import java.util.Map;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.Opened;
import se.samsyn.sealed.PublicBits;
import se.samsyn.sealed.Refused;
import se.samsyn.sealed.Refused.Reason;

/**
 * The messages of an attempt from which its totals are opened, as they were relayed.
 *
 * @param setOfA whose parts A adds, signed by it
 * @param setOfB the same of B
 * @param settled all public bits in the order of the walk, from B
 * @param words the signature of each role on them
 * @param sharesOfA A's shares of what is open
 * @param sharesOfB B's
 */
record LastMessages(
    byte[] setOfA,
    byte[] setOfB,
    byte[] settled,
    Map<AgencyId, byte[]> words,
    byte[] sharesOfA,
    byte[] sharesOfB) {
  LastMessages {
    words = Map.copyOf(words);
  }

  /** What was opened, and whose parts it is the sum of. */
  record Totals(ContributorSet set, Opened opened) {}

  /**
   * Checks every signature and every bit, and adds the shares.
   *
   * @throws Refused when anything is not as the manifest and all roles say: the attempt is void
   */
  Totals open(SealedPlan plan) throws Refused {
    SealedManifest manifest = plan.sealed();
    ContributorSet set = set(plan);
    GroupWalk walk = PublicBits.walk(manifest, settled);
    byte[] bits = PublicBits.settled(plan.sealedHash(), set.hash(), walk);
    for (RoleHolder role : manifest.roles().all()) {
      requireSame(bits, opened(role, words.get(role.agency()), Label.SEALED_BITS));
    }
    return new Totals(
        set,
        Opened.of(
            manifest,
            set.hash(),
            walk,
            signed(manifest.roles().a(), sharesOfA),
            signed(manifest.roles().b(), sharesOfB)));
  }

  private ContributorSet set(SealedPlan plan) throws Refused {
    byte[] ofA = opened(plan.sealed().roles().a(), setOfA, Label.SEALED_SET);
    byte[] ofB = opened(plan.sealed().roles().b(), setOfB, Label.SEALED_SET);
    if (!Arrays.equals(ofA, ofB)) {
      throw new Refused(Reason.OTHER_CONTRIBUTORS);
    }
    ContributorSet set;
    try {
      set = ContributorSet.read(ofA);
    } catch (InvalidMessage e) {
      throw new Refused(Reason.NOT_AUTHENTIC);
    }
    if (!set.manifest().equals(plan.sealedHash())) {
      throw new Refused(Reason.NOT_AUTHENTIC);
    }
    if (!plan.sealed().agencies().containsAll(set.contributions().keySet())) {
      throw new Refused(Reason.UNKNOWN_AGENCY);
    }
    if (!set.isEnoughFor(plan.sealed())) {
      throw new Refused(Reason.TOO_FEW_CONTRIBUTORS);
    }
    return set;
  }

  private static void requireSame(byte[] bits, byte[] word) throws Refused {
    if (!Arrays.equals(bits, word)) {
      throw new Refused(Reason.OTHER_BITS);
    }
  }

  private static byte[] opened(RoleHolder role, byte[] message, Label label) throws Refused {
    try {
      return signed(role, message).open(role.signingKey(), label);
    } catch (InvalidMessage e) {
      throw new Refused(Reason.NOT_AUTHENTIC, role.agency());
    }
  }

  private static Signed signed(RoleHolder role, byte[] message) throws Refused {
    try {
      return Codecs.SIGNED.read(message);
    } catch (MalformedDocument e) {
      throw new Refused(Reason.NOT_AUTHENTIC, role.agency());
    }
  }
}
