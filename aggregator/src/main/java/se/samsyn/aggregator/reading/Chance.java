package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.Unit;

/**
 * Whether two numbers differ by more than chance, from what is shown of them only. Counts of
 * children are compared as two Poisson counts over equally long exposures (exact conditional test,
 * Przyborowski and Wilenski 1940), shares by Fisher's exact test. Where a number is an interval,
 * the numbers within it that speak least for a difference are taken: the one-sided probability is
 * monotone in each number, so these are bounds. Two-sided: twice the one-sided probability.
 */
public final class Chance {
  /** Differences that chance makes more often than one time in twenty are called chance. */
  private static final double LEVEL = 0.05;

  private Chance() {}

  /**
   * Whether {@code one} and {@code other} differ by more than chance; empty where no test fits:
   * events (they come in clusters), amounts, children that are counted several times, and numbers
   * of which nothing is known.
   */
  public static Optional<Boolean> exceeded(Pick one, Pick other) {
    return exceeded(one, other, 1);
  }

  /**
   * The same for one of {@code comparisons} that are made beside each other: each has its part of
   * the level (Bonferroni), so that many areas do not make a difference of chance.
   */
  public static Optional<Boolean> exceeded(Pick one, Pick other, int comparisons) {
    double level = LEVEL / comparisons;
    if (overlaps(one)) {
      return Optional.empty();
    }
    if (one.measure() instanceof Measure.Count) {
      return counts(one.read(), other.read(), level);
    }
    if (one.measure() instanceof Measure.Ratio ratio) {
      return shares(
          numerator(one, ratio).read(),
          denominator(one, ratio).read(),
          numerator(other, ratio).read(),
          denominator(other, ratio).read(),
          level);
    }
    return Optional.empty();
  }

  /** Two counts of children. */
  static Optional<Boolean> counts(Reading one, Reading other) {
    return counts(one, other, LEVEL);
  }

  private static Optional<Boolean> counts(Reading one, Reading other, double level) {
    if (!one.isKnown() || !other.isKnown()) {
      return Optional.empty();
    }
    return Optional.of(isMore(one, other, level) || isMore(other, one, level));
  }

  /** Two shares, each of its own children. */
  static Optional<Boolean> shares(Reading part, Reading whole, Reading part2, Reading whole2) {
    return shares(part, whole, part2, whole2, LEVEL);
  }

  private static Optional<Boolean> shares(
      Reading part, Reading whole, Reading part2, Reading whole2, double level) {
    if (!part.isKnown() || !whole.isKnown() || !part2.isKnown() || !whole2.isKnown()) {
      return Optional.empty();
    }
    return Optional.of(
        isHigher(part, whole, part2, whole2, level) || isHigher(part2, whole2, part, whole, level));
  }

  private static boolean isMore(Reading more, Reading less, double level) {
    int high = least(more);
    int low = most(less);
    return high > low && 2 * atLeast(high, high + low) < level;
  }

  /** The probability of {@code high} or more of {@code all} when each is as likely as not. */
  private static double atLeast(int high, int all) {
    return 1 - new BinomialDistribution(null, all, 0.5).cumulativeProbability(high - 1);
  }

  private static boolean isHigher(
      Reading part, Reading whole, Reading part2, Reading whole2, double level) {
    int high = least(part);
    int of = most(whole);
    int low = most(part2);
    int lowOf = Math.max(least(whole2), low);
    if (of == 0 || lowOf == 0 || (long) high * lowOf <= (long) low * of) {
      return false;
    }
    double tail =
        new HypergeometricDistribution(null, of + lowOf, high + low, of)
            .upperCumulativeProbability(high);
    return 2 * tail < level;
  }

  private static boolean overlaps(Pick pick) {
    return pick.cube().definition().unit() == Unit.EVENTS
        || (pick.actor().isEmpty() && pick.cube().definition().counting() == Counting.OVERLAPPING);
  }

  private static Pick numerator(Pick pick, Measure.Ratio ratio) {
    return pick.with(pick.cube().measure(ratio.numerator()));
  }

  private static Pick denominator(Pick pick, Measure.Ratio ratio) {
    return pick.with(pick.cube().measure(ratio.denominator()));
  }

  private static int least(Reading reading) {
    return reading.least().map(BigDecimal::intValueExact).orElseThrow();
  }

  private static int most(Reading reading) {
    return reading.most().map(BigDecimal::intValueExact).orElseThrow();
  }
}
