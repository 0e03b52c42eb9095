package se.samsyn.agent.sealed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Layout;

/** The secret bits b of A and B for one combiner: for each test one for each node. */
final class SharedBits {
  private SharedBits() {}

  static List<BitSet> of(PairKeys keys, AgencyId combiner, Layout layout) {
    List<BitSet> bits = new ArrayList<>();
    for (int test = 0; test < layout.tests().size(); test++) {
      Keystream stream = keys.bits(combiner, test);
      byte[] bytes = new byte[(layout.nodes() + 7) / 8];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) stream.one();
      }
      BitSet all = BitSet.valueOf(bytes);
      all.clear(layout.nodes(), 8 * bytes.length);
      bits.add(all);
    }
    return bits;
  }
}
