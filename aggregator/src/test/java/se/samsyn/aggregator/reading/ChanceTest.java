package se.samsyn.aggregator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Against probabilities worked out apart from the program. */
class ChanceTest {
  @Test
  void countsDifferOnlyWhereChanceWouldRarelyDoIt() {
    // 2 P(X >= 16 of 20) = 0.0118; 2 P(X >= 14 of 20) = 0.115; 2 P(X >= 15 of 20) = 0.0414.
    assertThat(Chance.counts(exact(16), exact(4))).contains(true);
    assertThat(Chance.counts(exact(14), exact(6))).contains(false);
    assertThat(Chance.counts(exact(5), exact(15))).contains(true);
    assertThat(Chance.counts(exact(7), exact(7))).contains(false);
  }

  @Test
  void anIntervalIsTakenWhereItSpeaksLeastForADifference() {
    assertThat(Chance.counts(between(16, 30), exact(4))).contains(true);
    assertThat(Chance.counts(between(14, 30), exact(4))).contains(true);
    assertThat(Chance.counts(between(16, 30), between(0, 9))).contains(false);
  }

  @Test
  void sharesAreComparedWithTheChildrenBehindThem() {
    // Fisher, one-sided, doubled: 3 of 4 against 1 of 4 gives 0.486; 30 of 40 against 10 of 40,
    // 2e-5.
    assertThat(Chance.shares(exact(3), exact(4), exact(1), exact(4))).contains(false);
    assertThat(Chance.shares(exact(30), exact(40), exact(10), exact(40))).contains(true);
    assertThat(Chance.shares(between(0, 40), exact(40), exact(10), exact(40))).contains(false);
  }

  @Test
  void ofWhatIsHiddenNothingIsSaid() {
    assertThat(Chance.counts(Reading.SUPPRESSED, exact(4))).isEmpty();
    assertThat(Chance.shares(exact(1), Reading.SUPPRESSED, exact(1), exact(4))).isEmpty();
  }

  private static Reading exact(long value) {
    return new Reading.Exact(BigDecimal.valueOf(value));
  }

  private static Reading between(long lower, long upper) {
    return new Reading.Between(BigDecimal.valueOf(lower), BigDecimal.valueOf(upper));
  }
}
