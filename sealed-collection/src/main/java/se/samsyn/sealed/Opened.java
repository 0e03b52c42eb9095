package se.samsyn.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.RoleHolder;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;

/**
 * The opened totals, added from the shares of A and B and checked: whoever lied, nothing is
 * published.
 */
public final class Opened {
  private final List<BitSet> open = new ArrayList<>();
  private final List<long[]> totals = new ArrayList<>();

  private Opened() {}

  /**
   * @param walk the walk by the public bits, which must be those that A and B signed
   * @throws Refused when the shares are not those of A and B for these bits, or the totals cannot
   *     be true: the attempt is void
   */
  public static Opened of(
      SealedManifest manifest, Sha256 set, GroupWalk walk, Signed fromA, Signed fromB)
      throws Refused {
    Opened opened = new Opened();
    int nodes = new NodeOrder(manifest).size();
    byte[] head = PublicBits.bytes(manifest.hash(), set, walk);
    int numbers = 0;
    for (int family = 0; family <= manifest.magnitudes().size(); family++) {
      opened.open.add(walk.open(family));
      opened.totals.add(new long[nodes]);
      numbers += opened.open.get(family).cardinality();
    }
    ByteBuffer a = numbers(manifest.roles().a(), fromA, head, numbers);
    ByteBuffer b = numbers(manifest.roles().b(), fromB, head, numbers);
    for (int family = 0; family < opened.open.size(); family++) {
      BitSet bits = opened.open.get(family);
      for (int node = bits.nextSetBit(0); node >= 0; node = bits.nextSetBit(node + 1)) {
        opened.totals.get(family)[node] = a.getLong() + b.getLong();
      }
    }
    opened.check(manifest);
    return opened;
  }

  /**
   * The open nodes.
   *
   * @param family 0 for the counts, 1 and on for the magnitudes
   */
  public BitSet open(int family) {
    return (BitSet) open.get(family).clone();
  }

  /** The joint total of an open node. */
  public long total(int family, int node) {
    if (!open.get(family).get(node)) {
      throw new IllegalArgumentException("node " + node + " is not open");
    }
    return totals.get(family)[node];
  }

  private static ByteBuffer numbers(RoleHolder from, Signed message, byte[] head, int numbers)
      throws Refused {
    byte[] payload;
    try {
      payload = message.open(from.signingKey(), Label.SEALED_SHARES);
    } catch (InvalidMessage e) {
      throw new Refused(Refused.Reason.NOT_AUTHENTIC, from.agency());
    }
    if (payload.length < head.length || !Arrays.equals(Arrays.copyOf(payload, head.length), head)) {
      throw new Refused(Refused.Reason.OTHER_BITS, from.agency());
    }
    if (payload.length != head.length + numbers * Long.BYTES) {
      throw new Refused(Refused.Reason.WRONG_LENGTH, from.agency());
    }
    return ByteBuffer.wrap(payload, head.length, numbers * Long.BYTES);
  }

  private void check(SealedManifest manifest) throws Refused {
    long least = manifest.rule().greatestClosedCount() + 1;
    for (int family = 0; family < open.size(); family++) {
      BitSet bits = open.get(family);
      long behind =
          family == 0 ? least : least - 1 + manifest.magnitudes().get(family - 1).fewest();
      for (int node = bits.nextSetBit(0); node >= 0; node = bits.nextSetBit(node + 1)) {
        long count = totals.get(0)[node];
        long total = totals.get(family)[node];
        if (count != 0 && count < behind || total < 0) {
          throw new Refused(Refused.Reason.TOTAL_TOO_SMALL);
        }
        if (count == 0 && total != 0) {
          throw new Refused(Refused.Reason.PARTS_DO_NOT_ADD_UP);
        }
      }
    }
    sums(manifest);
  }

  /** Wherever a whole and all its parts are open they agree; parts of a zero are zero by that. */
  private void sums(SealedManifest manifest) throws Refused {
    NodeOrder order = new NodeOrder(manifest);
    for (NodeOrder.UnitNodes unit : order.units()) {
      List<String> parts = unit.unit().parts().stream().map(Tree::code).toList();
      add(unit.total(), parts.stream().mapToInt(order::total).toArray());
      for (int a = 0; a < manifest.attributes().size(); a++) {
        if (unit.firstClass()[a] < 0) {
          continue;
        }
        SealedAttribute attribute = manifest.attributes().get(a);
        int number = a;
        String name = unit.unit().code();
        for (Tree clazz : attribute.classes().preorder()) {
          int whole = order.node(name, a, clazz.code());
          add(
              whole,
              clazz.parts().stream().mapToInt(c -> order.node(name, number, c.code())).toArray());
          add(whole, parts.stream().mapToInt(u -> order.node(u, number, clazz.code())).toArray());
        }
      }
    }
  }

  private void add(int whole, int[] parts) throws Refused {
    for (int family = 0; family < open.size() && parts.length > 0; family++) {
      BitSet bits = open.get(family);
      long sum = 0;
      boolean all = bits.get(whole);
      for (int part : parts) {
        all &= bits.get(part);
        sum += totals.get(family)[part];
      }
      if (all && sum != totals.get(family)[whole]) {
        throw new Refused(Refused.Reason.PARTS_DO_NOT_ADD_UP);
      }
    }
  }
}
