package se.samsyn.disclosure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DominanceTest {
  private final Dominance rule = new Dominance(1, 80);

  /** Products of long figures leave 64 bits, and a wrapped one would look safe. */
  @Test
  void aSumThatIsAllOneContributorsIsUnsafeHoweverLargeItIs() {
    for (long sum = 1; sum < 1_000_000_000_000_000_000L; sum *= 10) {
      assertThat(rule.isUnsafe(sum, sum)).as("%d", sum).isTrue();
      assertThat(rule.isUnsafe(sum, sum / 2)).as("%d", sum).isFalse();
    }
  }

  @Test
  void whatIsLeftOpenIsTheSmallestSumThatWouldBeSafe() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      long sum = random.nextLong(1, 10_000_000_000_000_000L);
      long largest = random.nextLong(sum);
      long open = rule.forAmount(sum, largest).upperAtLeast();
      BigInteger share = BigInteger.valueOf(largest).multiply(BigInteger.valueOf(100));
      assertThat(BigInteger.valueOf(open).multiply(BigInteger.valueOf(80)))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(share);
      if (open > sum) {
        assertThat(BigInteger.valueOf(open - 1).multiply(BigInteger.valueOf(80))).isLessThan(share);
      }
    }
  }
}
