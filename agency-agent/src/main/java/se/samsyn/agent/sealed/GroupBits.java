package se.samsyn.agent.sealed;

import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.sealed.GroupWalk.GroupName;

/**
 * The bits of groups' members: b or g.
 *
 * @param bits for each test one for each node
 */
record GroupBits(Layout layout, List<BitSet> bits) {
  /** One byte for each test of each member, 0 or 1. */
  byte[] of(GroupName group, int[] members) {
    int[] tests = layout.testsOf(group.family());
    byte[] all = new byte[members.length * tests.length];
    int next = 0;
    for (int member : members) {
      for (int test : tests) {
        all[next++] = (byte) (bits.get(test).get(member) ? 1 : 0);
      }
    }
    return all;
  }
}
