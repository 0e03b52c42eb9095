package se.samsyn.agent.sealed;

import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;

/** The public bits as each role signs them in the end. */
public final class PublicBits {
  private PublicBits() {}

  static byte[] bytes(Sha256 manifest, Sha256 set, GroupWalk walk) {
    List<Boolean> all = walk.settledBits();
    BitSet bits = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      bits.set(i, all.get(i));
    }
    Sha256 hash = Sha256.of(new Wire().number(all.size()).block(bits.toByteArray()).bytes());
    return new Wire().block(manifest.bytes()).block(set.bytes()).block(hash.bytes()).bytes();
  }

  /** A role's word for the bits that it goes by. */
  static Signed signed(SealedManifest manifest, Sha256 set, RoleKeys keys, GroupWalk walk)
      throws Refused {
    if (!walk.isDone()) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
    return keys.sign(Label.SEALED_BITS, bytes(manifest.hash(), set, walk));
  }
}
