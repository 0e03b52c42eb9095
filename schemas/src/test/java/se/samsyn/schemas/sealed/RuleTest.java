package se.samsyn.schemas.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Counting;

/** What the rule promises, for every way in which n agencies can hold persons. */
class RuleTest {
  /** Whatever t of them hold, the others of a safe node hold nobody or at least k + 1. */
  @Test
  void inASafeNodeTheOthersAreNobodyOrMoreThanK() {
    for (Counting counting : Counting.values()) {
      for (int k = 1; k <= 4; k++) {
        for (int t = 1; t <= 2; t++) {
          Rule rule = new Rule(counting, k, t, 4);
          everyHolding(rule, rule.counts(), new int[4], 0);
        }
      }
    }
  }

  private static void everyHolding(Rule rule, ValueLists lists, int[] counts, int at) {
    if (at < counts.length) {
      for (int count = 0; count <= rule.k() + 1; count++) {
        counts[at] = count;
        everyHolding(rule, lists, counts, at + 1);
      }
      return;
    }
    int sum = IntStream.of(counts).map(rule::contribution).sum();
    boolean safe = contains(lists.allowed(), sum);
    if (safe == contains(lists.forbidden(), sum)) {
      throw new AssertionError(sum + " is in both lists or in none: " + rule);
    }
    if (safe) {
      int[] ordered = IntStream.of(counts).sorted().toArray();
      int others = IntStream.of(ordered).limit(counts.length - rule.t()).sum();
      if (others != 0 && others <= rule.k()) {
        throw new AssertionError("the others hold " + others + ": " + rule);
      }
    }
  }

  /** A node safe but for one person is unsafe: the threshold is no higher than it must be. */
  @Test
  void oneLessWouldLeaveTheOthersWithK() {
    Rule rule = new Rule(Counting.DISJOINT, 5, 1, 3);
    assertThat(contains(rule.counts().allowed(), 11)).isTrue();
    assertThat(contains(rule.counts().allowed(), 10)).as("5 and 5: the other has 5").isFalse();
    Rule overlapping = new Rule(Counting.OVERLAPPING, 5, 1, 3);
    assertThat(contains(overlapping.counts().allowed(), 9)).isTrue();
    assertThat(contains(overlapping.counts().allowed(), 8)).isFalse();
  }

  @Test
  void noTwoValuesAreTheSameModuloThePrime() {
    for (Counting counting : Counting.values()) {
      for (int n : new int[] {3, 10, 31, 150}) {
        ValueLists lists = new Rule(counting, 5, 1, n).counts();
        Modulus modulus = Modulus.above(lists.largest());
        Set<Integer> residues = new HashSet<>();
        IntStream.concat(IntStream.of(lists.forbidden()), IntStream.of(lists.allowed()))
            .forEach(v -> residues.add(modulus.reduce(v)));
        assertThat(residues).hasSize(2 * lists.positions());
      }
    }
  }

  @Test
  void reductionIsTheRemainder() {
    for (Modulus modulus : new Modulus[] {Modulus.ONE_BYTE, Modulus.TWO_BYTES, new Modulus(3, 3)}) {
      int p = modulus.prime();
      for (long x : new long[] {0, 1, p - 1, p, p + 1, 65_535, 65_536, (1L << 32) - 1}) {
        assertThat(modulus.reduce(x)).isEqualTo((int) (x % p));
      }
      for (long x = 0; x < 10_000; x++) {
        assertThat(modulus.reduce(429_497 * x)).isEqualTo((int) (429_497 * x % p));
      }
    }
  }

  @Test
  void thePositionsAreThoseOfTheCostTable() {
    assertThat(new Rule(Counting.DISJOINT, 5, 1, 31).counts().positions()).isEqualTo(146);
    assertThat(new Rule(Counting.OVERLAPPING, 5, 1, 31).counts().positions()).isEqualTo(465);
  }

  private static boolean contains(int[] values, int value) {
    return IntStream.of(values).anyMatch(v -> v == value);
  }
}
