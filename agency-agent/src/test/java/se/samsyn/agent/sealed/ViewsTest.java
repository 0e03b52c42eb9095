package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Layout;
import se.samsyn.schemas.sealed.Modulus;
import se.samsyn.schemas.sealed.Rule;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.ValueLists;
import se.samsyn.sealed.Refused;

/** What each role alone sees is the same whatever the counts are. */
class ViewsTest {
  private static final long SEED = 41;

  /** Which of the defences of a comparison are on. */
  private enum Off {
    NOTHING,
    TURN,
    SECRET_BIT,
    FACTOR
  }

  /** Every random choice of A and B once, p = 5: C's joint view is the same for every sum. */
  @Test
  void exhaustivelyTheCombinersViewIsTheSameForEverySum() {
    Map<Long, Integer> nobody = views(0, Off.NOTHING);
    assertThat(views(1, Off.NOTHING)).isEqualTo(nobody);
    assertThat(views(2, Off.NOTHING)).isEqualTo(nobody);
  }

  @Test
  void withADefenceOffTheCombinerSeesADifference() {
    for (Off off : List.of(Off.TURN, Off.SECRET_BIT, Off.FACTOR)) {
      Map<Long, Integer> nobody = views(0, off);
      assertThat(views(1, off).equals(nobody) && views(2, off).equals(nobody))
          .as("without %s", off)
          .isFalse();
    }
  }

  /** How often each pair of messages comes when every choice is made once. */
  private static Map<Long, Integer> views(int sum, Off off) {
    Modulus five = new Modulus(3, 3);
    ValueLists lists = new ValueLists(new int[] {1, 3}, new int[] {0, 2});
    MaskedComparison comparison = new MaskedComparison(five);
    Map<Long, Integer> views = new HashMap<>();
    for (int choice = 0; choice < 5 * 2 * 2 * 4 * 4 * 5 * 5; choice++) {
      int share = choice % 5;
      boolean b = off != Off.SECRET_BIT && choice / 5 % 2 == 1;
      int turn = off == Off.TURN ? 0 : choice / 10 % 2;
      int[] r = {1 + choice / 20 % 4, 1 + choice / 80 % 4};
      int[] z = {choice / 320 % 5, choice / 1600};
      int[] factors = off == Off.FACTOR ? new int[] {1, 1} : r;
      int[] values = b ? lists.allowed() : lists.forbidden();
      ByteBuffer first = ByteBuffer.allocate(2);
      ByteBuffer second = ByteBuffer.allocate(2);
      comparison.first(share, values, new Scripted(turn, factors, z), first);
      comparison.second(five.minus(sum, share), values, new Scripted(turn, factors, z), second);
      long view = 0;
      for (byte element : new byte[] {first.get(0), first.get(1), second.get(0), second.get(1)}) {
        view = view << 8 | element;
      }
      views.merge(view, 1, Integer::sum);
    }
    return views;
  }

  private static final class Scripted implements Draws {
    private final int turn;
    private final int[] r;
    private final int[] z;
    private int nextR;
    private int nextZ;

    Scripted(int turn, int[] r, int[] z) {
      this.turn = turn;
      this.r = r;
      this.z = z;
    }

    @Override
    public int element() {
      return z[nextZ++];
    }

    @Override
    public int nonZero() {
      return r[nextR++];
    }

    @Override
    public int below(int bound) {
      return turn;
    }
  }

  /** The draws as they run, for each S of three agencies: both messages jointly, by chi-squared. */
  @Test
  void theCombinersViewDoesNotDependOnTheSum() {
    System.out.println("seed " + SEED);
    double limit = chiSquaredLimit();
    assertThat(chiSquared(true)).isLessThan(limit);
    assertThat(chiSquared(false)).as("without the turn").isGreaterThan(2 * limit);
  }

  private static final int SUMS = 7;
  private static final int BINS = 5 * 16;

  /** Five standard deviations above what independence gives. */
  private static double chiSquaredLimit() {
    int freedom = (SUMS - 1) * (BINS - 1);
    return freedom + 5 * Math.sqrt(2.0 * freedom);
  }

  private static double chiSquared(boolean turned) {
    Random random = new Random(SEED);
    ValueLists lists = new Rule(Counting.DISJOINT, 2, 1, 3).counts();
    Modulus modulus = Modulus.ONE_BYTE;
    MaskedComparison comparison = new MaskedComparison(modulus);
    byte[] key = new byte[32];
    random.nextBytes(key);
    Draws ofA = draws(key, modulus, turned);
    Draws ofB = draws(key, modulus, turned);
    int runs = 20_000;
    int[][] table = new int[SUMS][BINS];
    for (int sum = 0; sum < SUMS; sum++) {
      for (int run = 0; run < runs; run++) {
        int[] values = random.nextBoolean() ? lists.allowed() : lists.forbidden();
        int share = random.nextInt(modulus.prime());
        ByteBuffer first = ByteBuffer.allocate(values.length);
        ByteBuffer second = ByteBuffer.allocate(values.length);
        comparison.first(share, values, ofA, first);
        comparison.second(modulus.minus(sum, share), values, ofB, second);
        table[sum][bin(first.array(), second.array(), modulus.prime())]++;
      }
    }
    double statistic = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int all = 0;
      for (int sum = 0; sum < SUMS; sum++) {
        all += table[sum][bin];
      }
      double expected = (double) all / SUMS;
      for (int sum = 0; sum < SUMS && all > 0; sum++) {
        statistic += Math.pow(table[sum][bin] - expected, 2) / expected;
      }
    }
    return statistic;
  }

  private static Draws draws(byte[] key, Modulus modulus, boolean turned) {
    StreamDraws draws = new StreamDraws(new Keystream(key), modulus);
    return new Draws() {
      @Override
      public int element() {
        return draws.element();
      }

      @Override
      public int nonZero() {
        return draws.nonZero();
      }

      @Override
      public int below(int bound) {
        return turned ? draws.below(bound) : 0;
      }
    };
  }

  /** Where the zero is, if any, and the highest bits of both messages at the second position. */
  private static int bin(byte[] first, byte[] second, int prime) {
    int zero = first.length;
    for (int i = 0; i < first.length; i++) {
      int sum = (first[i] & 0xff) + (second[i] & 0xff);
      zero = sum % prime == 0 ? i : zero;
    }
    return zero * 16 + (first[1] & 0xff) / 64 * 4 + (second[1] & 0xff) / 64;
  }

  /** A's share is a keystream; B's is uniform whatever the table holds. */
  @Test
  void theColumnsOfBAreUniformForEveryTable() throws Refused {
    Constellation constellation = new Constellation(4);
    SealedManifest manifest =
        constellation.manifest(
            Counting.DISJOINT, 5, 1, Constellation.halved("u", 0, 4_000), List.of(), 1, false);
    Layout layout = Layout.of(manifest);
    AgencyId agency = constellation.agencies.get(3);
    for (long count : new long[] {0, 3, 1_000}) {
      Random random = new Random(SEED + count);
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      Splitting splitting =
          new Splitting(manifest, layout, new SeedPart(seed, manifest.hash(), agency, layout));
      int[] narrow = new int[layout.modulus().prime()];
      int[] wide = new int[256];
      for (int chunk = 0; chunk < layout.chunks(); chunk++) {
        ByteBuffer bytes = ByteBuffer.wrap(splitting.chunk(chunk, constant(count)));
        for (int i = 0; i < layout.nodesIn(chunk); i++) {
          wide[bytes.get(8 * i + 7) & 0xff]++;
          narrow[bytes.get(8 * layout.nodesIn(chunk) + i) & 0xff]++;
        }
      }
      assertThat(uniform(narrow)).isLessThan(250 + 5 * Math.sqrt(500));
      assertThat(uniform(wide)).isLessThan(255 + 5 * Math.sqrt(510));
    }
  }

  private static double uniform(int[] bins) {
    double expected = (double) java.util.stream.IntStream.of(bins).sum() / bins.length;
    return java.util.stream.IntStream.of(bins)
        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
        .sum();
  }

  private static NodeValues constant(long count) {
    return new NodeValues() {
      @Override
      public long count(int node) {
        return count;
      }

      @Override
      public long amount(int magnitude, int node) {
        return 0;
      }

      @Override
      public boolean dominated(int magnitude, int node) {
        return false;
      }
    };
  }
}
