package se.samsyn.agent.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** B, level by level: compares tags that it cannot read, and says which groups are safe. */
public final class Judge {
  private final SealedManifest manifest;
  private final RoleKeys keys;
  private final Sha256 set;
  private final GroupWalk walk;
  private final Map<AgencyId, Line> lines = new HashMap<>();
  private final Map<AgencyId, boolean[]> safe = new HashMap<>();
  private final Set<AgencyId> checked = new HashSet<>();
  private int level;

  /** What passes between B, A and one combiner. */
  private record Line(
      GroupBits own, BulkCipher fromA, BulkCipher toA, BulkCipher fromC, BulkCipher toC) {}

  /** The answers to A and to the combiner. */
  public record Answers(byte[] toA, byte[] toCombiner) {}

  public Judge(SealedManifest manifest, RoleKeys keys, ShareHolder b) throws Refused {
    this.manifest = manifest;
    this.keys = keys;
    this.set = b.set();
    this.walk = new GroupWalk(manifest);
    AgencyId a = manifest.roles().a().agency();
    for (var combiner : manifest.roles().combiners()) {
      AgencyId c = combiner.agency();
      PairKeys withA = keys.with(a, set);
      PairKeys withC = keys.with(c, set);
      lines.put(
          c,
          new Line(
              new GroupBits(Layout.of(manifest), b.bits(c)),
              withA.channel(a, keys.me(), "tags/" + c),
              withA.channel(keys.me(), a, "bits/" + c),
              withC.channel(c, keys.me(), "tags/" + c),
              withC.channel(keys.me(), c, "bits/" + c)));
    }
  }

  /** Compares the tags of this level of A and one combiner. */
  public Answers compare(AgencyId combiner, byte[] fromA, byte[] fromCombiner) throws Refused {
    Line line = lines.get(combiner);
    List<GroupName> wanted = walk.wanted();
    int length = 2 * GroupTags.SIZE * wanted.size();
    byte[] a = line.fromA().decrypt(level, fromA, length);
    byte[] c = line.fromC().decrypt(level, fromCombiner, length);
    boolean[] equal = new boolean[wanted.size()];
    List<byte[]> proofsOfA = new ArrayList<>();
    List<byte[]> proofsOfC = new ArrayList<>();
    for (int i = 0; i < equal.length; i++) {
      int tag = 2 * GroupTags.SIZE * i;
      int proof = tag + GroupTags.SIZE;
      int end = proof + GroupTags.SIZE;
      equal[i] =
          MessageDigest.isEqual(
              Arrays.copyOfRange(a, tag, proof), Arrays.copyOfRange(c, tag, proof));
      if (equal[i]) {
        proofsOfA.add(Arrays.copyOfRange(a, proof, end));
        proofsOfC.add(Arrays.copyOfRange(c, proof, end));
      }
    }
    for (boolean[] other : safe.values()) {
      if (!Arrays.equals(other, equal)) {
        throw new Refused(Refused.Reason.COMBINERS_DIFFER);
      }
    }
    safe.put(combiner, equal);
    return new Answers(
        line.toA().encrypt(level, answer(equal, proofsOfC)),
        line.toC().encrypt(level, answer(equal, proofsOfA)));
  }

  /** The combiner's bits of the safe groups must be B's own. */
  public void check(AgencyId combiner, byte[] shown) throws Refused {
    Line line = lines.get(combiner);
    boolean[] equal = safe.get(combiner);
    if (equal == null) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    for (int i = 0; i < equal.length; i++) {
      if (equal[i]) {
        GroupName group = walk.wanted().get(i);
        own.writeBytes(line.own().of(group, walk.members(group)));
      }
    }
    byte[] said = line.fromC().decrypt(-1L - level, shown, own.size());
    if (!Arrays.equals(own.toByteArray(), said)) {
      throw new Refused(Refused.Reason.FORGED_BITS);
    }
    checked.add(combiner);
  }

  /** Ends the level, when every combiner's bits are checked. */
  public void settle() throws Refused {
    if (!checked.equals(lines.keySet())) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    walk.settle(safe.values().iterator().next());
    safe.clear();
    checked.clear();
    level++;
  }

  public GroupWalk walk() {
    return walk;
  }

  /** B's word for the public bits, when all is settled. */
  public Signed bits() throws Refused {
    return keys.sign(Label.SEALED_BITS, PublicBits.settled(manifest.hash(), set, walk));
  }

  private static byte[] answer(boolean[] equal, List<byte[]> proofs) {
    byte[] bits = new byte[(equal.length + 7) / 8];
    for (int i = 0; i < equal.length; i++) {
      bits[i >> 3] |= (byte) (equal[i] ? 1 << (i & 7) : 0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bits);
    proofs.forEach(out::writeBytes);
    return out.toByteArray();
  }

  static boolean[] read(ByteBuffer said, int groups) {
    byte[] bits = new byte[(groups + 7) / 8];
    said.get(bits);
    boolean[] safe = new boolean[groups];
    for (int i = 0; i < groups; i++) {
      safe[i] = (bits[i >> 3] >> (i & 7) & 1) == 1;
    }
    return safe;
  }
}
