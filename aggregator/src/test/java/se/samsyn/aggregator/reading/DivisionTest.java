package se.samsyn.aggregator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A mean or a share must hold for every whole number that its parts leave possible. */
class DivisionTest {
  @Test
  void whateverThePartsAreTheResultContainsIt() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      long whole = 1 + random.nextInt(30);
      long part = random.nextInt((int) whole + 1);
      double truth = (double) part / whole;
      Reading share = Division.share(around(part, random), around(whole, random));
      assertContains(share, truth);
      if (share.isKnown()) {
        assertThat(share.most().orElseThrow()).isLessThanOrEqualTo(BigDecimal.ONE);
      }
      assertContains(Division.mean(around(part * 7, random), around(whole, random)), truth * 7);
    }
  }

  @Test
  void aHiddenPartHidesTheResultAndAMissingOneMarksItMissing() {
    Reading ten = new Reading.Exact(BigDecimal.TEN);
    assertThat(Division.share(Reading.SUPPRESSED, ten)).isEqualTo(Reading.SUPPRESSED);
    assertThat(Division.share(ten, Reading.SUPPRESSED)).isEqualTo(Reading.SUPPRESSED);
    assertThat(Division.mean(ten, Reading.NOT_REPORTED)).isEqualTo(Reading.NOT_REPORTED);
    assertThat(Division.mean(Reading.SUPPRESSED, Reading.NOT_REPORTED))
        .isEqualTo(Reading.NOT_REPORTED);
    assertThat(Division.share(ten, Reading.NOT_APPLICABLE)).isEqualTo(Reading.NOT_APPLICABLE);
  }

  @Test
  void nothingIsDividedByNobody() {
    Reading none = new Reading.Exact(BigDecimal.ZERO);
    assertThat(Division.share(none, none)).isEqualTo(Reading.NOT_APPLICABLE);
    Reading perhapsNobody = new Reading.Between(BigDecimal.ZERO, BigDecimal.TEN);
    assertThat(Division.mean(new Reading.Exact(BigDecimal.TEN), perhapsNobody))
        .isEqualTo(Reading.SUPPRESSED);
  }

  private static Reading around(long value, Random random) {
    if (random.nextBoolean()) {
      return new Reading.Exact(BigDecimal.valueOf(value));
    }
    return Reading.between(
        BigDecimal.valueOf(Math.max(0, value - random.nextInt(5))),
        BigDecimal.valueOf(value + random.nextInt(5)));
  }

  private static void assertContains(Reading reading, double truth) {
    if (reading.isKnown()) {
      assertThat(reading.least().orElseThrow().doubleValue()).isLessThanOrEqualTo(truth + 1e-6);
      assertThat(reading.most().orElseThrow().doubleValue()).isGreaterThanOrEqualTo(truth - 1e-6);
    }
  }
}
