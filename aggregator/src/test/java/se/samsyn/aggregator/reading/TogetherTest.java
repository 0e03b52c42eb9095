package se.samsyn.aggregator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts together are never said to be what they cannot be, and are as narrow as both ways tell. */
class TogetherTest {
  @Test
  void theTruthIsAlwaysWithinWhatIsSaid() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int said = 0;
    for (int run = 0; run < 2000; run++) {
      List<Reading> members = new ArrayList<>();
      List<Reading> others = new ArrayList<>();
      long together = part(random, members) + part(random, members);
      long all = together + part(random, others) + part(random, others);
      Reading read = Together.of(members, number(all), others);
      if (read.isKnown()) {
        said++;
        assertThat(read.least().orElseThrow())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(of(together));
        assertThat(read.most().orElseThrow())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(of(together));
      } else {
        assertThat(members).as("seed %d", seed).contains(Reading.SUPPRESSED);
        assertThat(others).as("seed %d", seed).contains(Reading.SUPPRESSED);
      }
    }
    assertThat(said).as("seed %d", seed).isGreaterThan(500);
  }

  @Test
  void whatTheWholeLeavesNarrowsTheSum() {
    Reading read =
        Together.of(List.of(between(10, 19), between(20, 29)), number(50), List.of(between(8, 12)));

    assertThat(read).isEqualTo(between(38, 42));
  }

  @Test
  void aMissingAgencyIsNoNumber() {
    assertThat(
            Together.of(
                List.of(number(4), Reading.NOT_REPORTED), Reading.NOT_REPORTED, List.of(number(3))))
        .isEqualTo(Reading.NOT_REPORTED);
  }

  @Test
  void whatCannotBeOfTheSameRecordsIsNotShown() {
    assertThat(Together.of(List.of(number(40)), number(50), List.of(number(30))))
        .isEqualTo(Reading.SUPPRESSED);
  }

  /** Adds a number, a range around it or nothing known; its true value. */
  private static long part(Random random, List<Reading> to) {
    long truth = random.nextInt(40);
    switch (random.nextInt(3)) {
      case 0 -> to.add(number(truth));
      case 1 ->
          to.add(between(Math.max(0, truth - random.nextInt(9)), truth + 1 + random.nextInt(9)));
      default -> to.add(Reading.SUPPRESSED);
    }
    return truth;
  }

  private static Reading number(long value) {
    return new Reading.Exact(of(value));
  }

  private static Reading between(long lower, long upper) {
    return Reading.between(of(lower), of(upper));
  }

  private static BigDecimal of(long value) {
    return BigDecimal.valueOf(value);
  }
}
