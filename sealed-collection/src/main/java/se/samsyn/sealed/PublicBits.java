package se.samsyn.sealed;

import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.Wire;

/** The public bits as each role signs them in the end. */
public final class PublicBits {
  private PublicBits() {}

  /** The bits so far, for one manifest and one set of contributors. */
  public static byte[] bytes(Sha256 manifest, Sha256 set, GroupWalk walk) {
    List<Boolean> all = walk.settledBits();
    BitSet bits = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      bits.set(i, all.get(i));
    }
    Sha256 hash = Sha256.of(new Wire().number(all.size()).block(bits.toByteArray()).bytes());
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
}
