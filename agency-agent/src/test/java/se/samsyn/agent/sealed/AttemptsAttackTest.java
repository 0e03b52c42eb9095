package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.sealed.GroupWalk.GroupName;

/** B keeps the tags of all attempts and looks for equal ones: then it knows which member failed. */
class AttemptsAttackTest {
  private static final long SEED = 3;
  private static final GroupName GROUP = new GroupName(0, 1);
  private static final int[] MEMBERS = {1, 2};

  private final Constellation constellation = new Constellation(3);

  @Test
  void withAKeyPerAttemptNoTwoTagsAreEqual() {
    assertThat(failedMembers(attempt -> keys(manifest(attempt), "one set"))).isEmpty();
    assertThat(failedMembers(attempt -> keys(manifest(1), "set " + attempt))).isEmpty();
  }

  @Test
  void underOneKeyBLearnsWhichMemberFailed() {
    PairKeys always = keys(manifest(1), "one set");

    Optional<byte[]> learnt = failedMembers(attempt -> always);

    assertThat(learnt).hasValue(new byte[] {1, 0});
  }

  private interface KeysOf {
    PairKeys attempt(int attempt);
  }

  /**
   * Twelve attempts at a group whose first member is unsafe. B knows its own bits b.
   *
   * @return the members' state as B works it out from two equal tags of different attempts
   */
  private Optional<byte[]> failedMembers(KeysOf keysOf) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Layout layout = Layout.of(manifest(1));
    List<byte[]> bits = new ArrayList<>();
    List<byte[]> tagsOfA = new ArrayList<>();
    List<byte[]> tagsOfC = new ArrayList<>();
    for (int attempt = 1; attempt <= 12; attempt++) {
      BitSet b = BitSet.valueOf(new long[] {random.nextInt(8)});
      BitSet g = (BitSet) b.clone();
      g.flip(MEMBERS[0]);
      byte[] key = keysOf.attempt(attempt).tagKey("tag");
      GroupBits ofA = new GroupBits(layout, List.of(b));
      bits.add(ofA.of(GROUP, MEMBERS));
      tagsOfA.add(new GroupTags(key, ofA).tag(GROUP, MEMBERS));
      tagsOfC.add(new GroupTags(key, new GroupBits(layout, List.of(g))).tag(GROUP, MEMBERS));
    }
    for (int i = 0; i < bits.size(); i++) {
      for (int j = 0; j < bits.size(); j++) {
        if (Arrays.equals(tagsOfA.get(i), tagsOfC.get(j))) {
          // The g of attempt j is the b of attempt i, and forbidden is g xor b.
          return Optional.of(
              new byte[] {
                (byte) (bits.get(i)[0] ^ bits.get(j)[0]), (byte) (bits.get(i)[1] ^ bits.get(j)[1])
              });
        }
      }
    }
    return Optional.empty();
  }

  private PairKeys keys(SealedManifest manifest, String set) {
    return new PairKeys(
        new byte[64],
        manifest.hash(),
        Sha256.of(set.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  private SealedManifest manifest(int attempt) {
    return constellation.manifest(
        Counting.DISJOINT, 5, attempt, Constellation.halved("u", 0, 2), List.of(), 1, false);
  }
}
