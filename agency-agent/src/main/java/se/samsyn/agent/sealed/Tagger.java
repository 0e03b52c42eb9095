package se.samsyn.agent.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.GroupWalk;
import se.samsyn.sealed.GroupWalk.GroupName;
import se.samsyn.sealed.PublicBits;
import se.samsyn.sealed.Refused;

/**
 * A or a combiner, opening groups level by level together with the other of the two and B. With
 * each tag goes a proof, which B can neither make nor compare: when it calls a group safe it must
 * show each of the two the other's.
 */
public final class Tagger {
  private final SealedManifest manifest;
  private final GroupBits bits;
  private final RoleKeys keys;
  private final Sha256 set;
  private final GroupWalk walk;
  private final boolean isA;
  private final BulkCipher toB;
  private final BulkCipher fromB;
  private final GroupTags tags;
  private final GroupTags ownProofs;
  private final GroupTags otherProofs;
  private int level;

  private Tagger(
      SealedManifest manifest,
      RoleKeys keys,
      Sha256 set,
      AgencyId combiner,
      boolean isA,
      List<BitSet> bits)
      throws Refused {
    this.manifest = manifest;
    this.bits = new GroupBits(Layout.of(manifest), bits);
    this.keys = keys;
    this.set = set;
    this.isA = isA;
    this.walk = new GroupWalk(manifest);
    AgencyId a = manifest.roles().a().agency();
    AgencyId b = manifest.roles().b().agency();
    String about = "/" + combiner;
    toB = keys.with(b, set).channel(keys.me(), b, "tags" + about);
    fromB = keys.with(b, set).channel(b, keys.me(), "bits" + about);
    PairKeys common = keys.with(isA ? combiner : a, set);
    tags = new GroupTags(common.tagKey("tag"), this.bits);
    ownProofs = new GroupTags(common.tagKey(isA ? "proof-a" : "proof-c"), this.bits);
    otherProofs = new GroupTags(common.tagKey(isA ? "proof-c" : "proof-a"), this.bits);
  }

  /** A's side towards one combiner. */
  public static Tagger ofA(SealedManifest manifest, RoleKeys keys, ShareHolder a, AgencyId combiner)
      throws Refused {
    return new Tagger(manifest, keys, a.set(), combiner, true, a.bits(combiner));
  }

  /** The combiner's side. */
  public static Tagger ofCombiner(SealedManifest manifest, RoleKeys keys, Combiner combiner)
      throws Refused {
    return new Tagger(manifest, keys, combiner.set(), keys.me(), false, combiner.bits());
  }

  /** For B alone: tag and proof of every group of this level. */
  public byte[] tags() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (GroupName group : walk.wanted()) {
      int[] members = walk.members(group);
      out.writeBytes(tags.tag(group, members));
      out.writeBytes(ownProofs.tag(group, members));
    }
    return toB.encrypt(level, out.toByteArray());
  }

  /**
   * B's word on this level: which groups are safe, and for each of those the other side's proof.
   *
   * @return the combiner's bits of the safe groups, for B to check; of A nothing
   */
  public byte[] accept(byte[] fromTheJudge) throws Refused {
    List<GroupName> wanted = walk.wanted();
    int bytes = (wanted.size() + 7) / 8;
    int overhead = bytes + BulkCipher.OVERHEAD;
    int proofs = fromTheJudge.length - overhead;
    if (proofs < 0 || proofs % GroupTags.SIZE != 0) {
      throw new Refused(Refused.Reason.WRONG_LENGTH);
    }
    ByteBuffer said = ByteBuffer.wrap(fromB.decrypt(level, fromTheJudge, bytes + proofs));
    boolean[] safe = Judge.read(said, wanted.size());
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    for (int i = 0; i < safe.length; i++) {
      if (safe[i]) {
        byte[] proof = new byte[GroupTags.SIZE];
        if (said.remaining() < proof.length) {
          throw new Refused(Refused.Reason.WRONG_LENGTH);
        }
        said.get(proof);
        int[] members = walk.members(wanted.get(i));
        if (!MessageDigest.isEqual(proof, otherProofs.tag(wanted.get(i), members))) {
          throw new Refused(Refused.Reason.FORGED_BITS);
        }
        shown.writeBytes(bits.of(wanted.get(i), members));
      }
    }
    if (said.hasRemaining()) {
      throw new Refused(Refused.Reason.WRONG_LENGTH);
    }
    byte[] answer = isA ? new byte[0] : toB.encrypt(-1L - level, shown.toByteArray());
    walk.settle(safe);
    level++;
    return answer;
  }

  public GroupWalk walk() {
    return walk;
  }

  /** This role's word for the public bits, when all is settled. */
  public Signed bits() throws Refused {
    return keys.sign(Label.SEALED_BITS, PublicBits.settled(manifest.hash(), set, walk));
  }
}
