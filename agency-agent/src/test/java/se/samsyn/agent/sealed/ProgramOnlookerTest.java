package se.samsyn.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.samsyn.agent.sealed.ProgramOnlooker.Off;
import se.samsyn.agent.sealed.ProgramOnlooker.Rules;

/**
 * The onlooker of {@link OnlookerAttackTest} on tables too large to go through: an integer program
 * looks whether a union of cells is bounded below k, or known exactly while the others are few.
 */
class ProgramOnlookerTest {
  private static final long SEED = 19;
  private static final int TIMES = Integer.getInteger("samsyn.times", 1);
  private static final long FAR = 1_000_000;
  private static final SealedShape LARGE = SealedShape.of(5, 4, 2);
  private static final SealedShape SMALL = SealedShape.of(3, 2, 2);

  @Test
  void disjointCountsHold() {
    assertThat(violations(LARGE, new Rules(false, 3, 1, 3, Off.NOTHING), TIMES)).isZero();
    assertThat(violations(LARGE, new Rules(false, 2, 2, 4, Off.NOTHING), TIMES)).isZero();
    assertThat(violations(SMALL, new Rules(false, 2, 1, 3, Off.NOTHING), 5 * TIMES)).isZero();
  }

  @Test
  void overlappingCountsHold() {
    assertThat(violations(LARGE, new Rules(true, 2, 1, 4, Off.NOTHING), TIMES)).isZero();
    assertThat(violations(SMALL, new Rules(true, 2, 1, 3, Off.NOTHING), 5 * TIMES)).isZero();
  }

  @Test
  void withoutTheOnePersonOfReserveTheOnlookerSucceeds() {
    assertThat(violations(SMALL, new Rules(false, 2, 1, 3, Off.RESERVE), 60)).isPositive();
  }

  @Test
  void withoutAllOrNothingTheOnlookerSucceeds() {
    assertThat(violations(LARGE, new Rules(false, 3, 1, 3, Off.ALL_OR_NOTHING), 3)).isPositive();
  }

  /**
   * Over tables in which something opened; unions with few others are looked at. With a defence
   * off, one success is enough.
   */
  private static int violations(SealedShape shape, Rules rules, int tables) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int violations = 0;
    int looked = 0;
    for (int table = 0; table < tables; ) {
      int[][] all = new int[rules.n()][];
      double sparse = 0.3 + 0.5 * random.nextDouble();
      for (int agency = 0; agency < all.length; agency++) {
        all[agency] =
            random
                .ints(shape.atoms(), 0, rules.k() + 2)
                .map(count -> random.nextDouble() < sparse ? 0 : count)
                .toArray();
      }
      int[][] own = Arrays.copyOf(all, rules.t());
      int[][] others = Arrays.copyOfRange(all, rules.t(), rules.n());
      ProgramOnlooker onlooker = new ProgramOnlooker(shape, rules, own, others);
      if (!onlooker.seesAnything()) {
        continue;
      }
      table++;
      for (long union : unions(shape, random)) {
        if (ProgramOnlooker.sum(union, others) <= rules.k()) {
          looked++;
          violations += isViolated(onlooker, union, rules.k(), others) ? 1 : 0;
        }
        if (violations > 0 && rules.off() != Off.NOTHING) {
          return violations;
        }
      }
    }
    assertThat(looked).isGreaterThan(10 * tables);
    return violations;
  }

  private static boolean isViolated(ProgramOnlooker onlooker, long union, int k, int[][] others) {
    long count = ProgramOnlooker.sum(union, others);
    if (onlooker.other(union, Math.max(k, count + 1), FAR).isPresent()) {
      return false;
    }
    // A program without any table in it would succeed always.
    assertThat(onlooker.other(union, count, count)).hasValue(count);
    if (count == k) {
      return onlooker.other(union, 0, k - 1L).isEmpty();
    }
    return count > 0 || onlooker.other(union, 1, k - 1L).isPresent();
  }

  /** Every atom and node, differences of nodes, and some at random. */
  private static List<Long> unions(SealedShape shape, Random random) {
    List<Long> unions = new ArrayList<>(shape.nodes());
    for (int atom = 0; atom < shape.atoms(); atom++) {
      unions.add(1L << atom);
    }
    for (int i = 0; i < 15; i++) {
      long one = shape.nodes().get(random.nextInt(shape.nodes().size()));
      long other = shape.nodes().get(random.nextInt(shape.nodes().size()));
      unions.add(one & ~other);
      unions.add(one & other);
      int first = random.nextInt(shape.atoms());
      int second = random.nextInt(shape.atoms());
      unions.add(1L << first | 1L << second);
    }
    return unions.stream().filter(union -> union != 0).distinct().toList();
  }
}
