package se.samsyn.sealed;

import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.schemas.sealed.WireReader;

/** The public bits as each role signs them in the end. */
public final class PublicBits {
  private PublicBits() {}

  /** The bits so far, for one manifest and one set of contributors. */
  public static byte[] bytes(Sha256 manifest, Sha256 set, GroupWalk walk) {
    Sha256 hash = Sha256.of(settled(walk));
    return new Wire().block(manifest.bytes()).block(set.bytes()).block(hash.bytes()).bytes();
  }

  /**
   * What a role signs when it goes by these bits.
   *
   * @throws Refused when groups are left to be tested
   */
  public static byte[] settled(Sha256 manifest, Sha256 set, GroupWalk walk) throws Refused {
    if (!walk.isDone()) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    return bytes(manifest, set, walk);
  }

  /** The bits themselves, in the order of settling: their hash is what is signed. */
  public static byte[] settled(GroupWalk walk) {
    List<Boolean> all = walk.settledBits();
    BitSet bits = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      bits.set(i, all.get(i));
    }
    return new Wire().number(all.size()).block(bits.toByteArray()).bytes();
  }

  /**
   * The walk by the bits that {@link #settled(GroupWalk)} wrote.
   *
   * @throws Refused when they are not exactly as many as the walk asks for
   */
  public static GroupWalk walk(SealedManifest manifest, byte[] settled) throws Refused {
    int count;
    BitSet bits;
    try {
      WireReader in = new WireReader(settled);
      // Every node is a member of one group at most.
      count = in.number(new NodeOrder(manifest).size() * (1 + manifest.magnitudes().size()));
      byte[] block = in.block();
      in.end();
      bits = BitSet.valueOf(block);
      if (bits.length() > count || bits.toByteArray().length != block.length) {
        throw new Refused(Refused.Reason.OTHER_BITS);
      }
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC);
    }
    GroupWalk walk = new GroupWalk(manifest);
    int next = 0;
    while (!walk.isDone()) {
      boolean[] level = new boolean[walk.wanted().size()];
      if (next + level.length > count) {
        throw new Refused(Refused.Reason.OTHER_BITS);
      }
      for (int i = 0; i < level.length; i++) {
        level[i] = bits.get(next++);
      }
      walk.settle(level);
    }
    if (next != count) {
      throw new Refused(Refused.Reason.OTHER_BITS);
    }
    return walk;
  }
}
