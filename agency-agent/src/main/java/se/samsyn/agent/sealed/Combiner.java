package se.samsyn.agent.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.sealed.Refused;

/**
 * C (or C'): adds what A and B have masked. It sees for each comparison a zero or none, which is a
 * uniform bit, and keeps that bit g.
 */
public final class Combiner {
  private final SealedManifest manifest;
  private final RoleKeys keys;
  private final Layout layout;
  private final MaskedComparison comparison;
  private final List<BitSet> found = new ArrayList<>();
  private final SortedSet<AgencyId> outOfRange = new TreeSet<>();
  private List<AgencyId> agencies;
  private Sha256 set;
  private int ranged;
  private int tested;

  public Combiner(SealedManifest manifest, RoleKeys keys) {
    this.manifest = manifest;
    this.keys = keys;
    this.layout = Layout.of(manifest);
    this.comparison = new MaskedComparison(layout.modulus());
    layout.tests().forEach(t -> found.add(new BitSet(layout.nodes())));
  }

  static int rangeBytes(Layout layout, int agencies, int chunk) {
    int values = layout.narrowValues().stream().mapToInt(v -> v.length).sum();
    return agencies * layout.nodesIn(chunk) * values * layout.modulus().width();
  }

  static int testBytes(Layout layout, int chunk) {
    int positions = layout.tests().stream().mapToInt(t -> t.lists().positions()).sum();
    return layout.nodesIn(chunk) * positions * layout.modulus().width();
  }

  /** Takes the set of contributors that A and B have both signed. */
  public void agree(ContributorSet both, Signed fromA, Signed fromB) throws Refused {
    byte[] bytes = both.bytes();
    AgencyId a = manifest.roles().a().agency();
    AgencyId b = manifest.roles().b().agency();
    if (!both.manifest().equals(manifest.hash())
        || !Arrays.equals(keys.verified(a, Label.SEALED_SET, fromA), bytes)
        || !Arrays.equals(keys.verified(b, Label.SEALED_SET, fromB), bytes)
        || (set != null && !set.equals(both.hash()))) {
      throw new Refused(Refused.Reason.OTHER_CONTRIBUTORS);
    }
    if (!both.isEnoughFor(manifest)) {
      throw new Refused(Refused.Reason.TOO_FEW_CONTRIBUTORS);
    }
    set = both.hash();
    agencies = List.copyOf(both.contributions().keySet());
  }

  /** The next chunk of the range test. */
  public void range(byte[] fromA, byte[] fromB) throws Refused {
    int chunk = ranged;
    requireStep(set != null && chunk < layout.chunks());
    int length = rangeBytes(layout, agencies.size(), chunk);
    ByteBuffer first = open(manifest.roles().a().agency(), "range", chunk, fromA, length);
    ByteBuffer second = open(manifest.roles().b().agency(), "range", chunk, fromB, length);
    for (AgencyId agency : agencies) {
      for (int[] values : layout.narrowValues()) {
        for (int i = 0; i < layout.nodesIn(chunk); i++) {
          if (comparison.zeros(values.length, first, second) != 1) {
            outOfRange.add(agency);
          }
        }
      }
    }
    ranged++;
  }

  /**
   * The public end of the range test.
   *
   * @throws Refused with the first agency by name whose column is out of range: the attempt ends
   */
  public Signed rangeVerdict() throws Refused {
    requireRange();
    return keys.sign(Label.SEALED_RANGE, inRange(manifest, set));
  }

  /** What the first combiner signs when every column is in range. */
  static byte[] inRange(SealedManifest manifest, Sha256 set) {
    return new Wire().block(manifest.hash().bytes()).block(set.bytes()).text("in range").bytes();
  }

  /** The next chunk of the tests of sums; never before every range is known to be kept. */
  public void test(byte[] fromA, byte[] fromB) throws Refused {
    int chunk = tested;
    if (keys.me().equals(manifest.roles().combiners().get(0).agency())) {
      requireRange();
    }
    requireStep(set != null && chunk < layout.chunks());
    int length = testBytes(layout, chunk);
    ByteBuffer first = open(manifest.roles().a().agency(), "test", chunk, fromA, length);
    ByteBuffer second = open(manifest.roles().b().agency(), "test", chunk, fromB, length);
    for (int test = 0; test < layout.tests().size(); test++) {
      int positions = layout.tests().get(test).lists().positions();
      for (int i = 0; i < layout.nodesIn(chunk); i++) {
        found
            .get(test)
            .set(chunk * Layout.CHUNK + i, comparison.zeros(positions, first, second) == 1);
      }
    }
    tested++;
  }

  /** The bits g: for each test one for each node. */
  List<BitSet> bits() throws Refused {
    requireStep(tested == layout.chunks());
    return found;
  }

  Sha256 set() {
    return set;
  }

  private ByteBuffer open(AgencyId from, String step, int chunk, byte[] message, int length)
      throws Refused {
    return ByteBuffer.wrap(
        keys.with(from, set).channel(from, keys.me(), step).decrypt(chunk, message, length));
  }

  private void requireRange() throws Refused {
    requireStep(set != null && ranged == layout.chunks());
    if (!outOfRange.isEmpty()) {
      throw new Refused(Refused.Reason.OUT_OF_RANGE, outOfRange.first());
    }
  }

  private static void requireStep(boolean reached) throws Refused {
    if (!reached) {
      throw new Refused(Refused.Reason.OUT_OF_STEP);
    }
  }

  /** Forgets bits and secrets. */
  public void erase() {
    found.forEach(BitSet::clear);
    keys.erase();
  }
}
