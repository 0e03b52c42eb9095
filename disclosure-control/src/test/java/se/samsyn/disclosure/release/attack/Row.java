package se.samsyn.disclosure.release.attack;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.Ratio;
import se.samsyn.disclosure.release.Shown;

/**
 * What is known of a sum of numbers.
 *
 * @param sum how many times each number is in it
 * @param lower the least that it is
 * @param upper the most that it is
 */
record Row(Map<Integer, Long> sum, long lower, long upper) {
  /** Stands for no bound. */
  static final long NONE = 1_000_000_000_000L;

  static Row of(Numbers numbers, Figure figure) {
    Map<Integer, Long> sum = numbers.sum(figure.subject());
    if (figure.shown() instanceof Shown.Exact exact) {
      return new Row(sum, exact.value(), exact.value());
    }
    return figure.shown() instanceof Shown.Between between
        ? new Row(sum, between.lower(), between.upper())
        : new Row(sum, 0, NONE);
  }

  /** A share is of something, and lies between its bounds. */
  static List<Row> of(Numbers numbers, Ratio ratio) {
    return List.of(
        new Row(difference(numbers, ratio, ratio.lower()), 0, NONE),
        new Row(difference(numbers, ratio, ratio.upper()), -NONE, 0),
        new Row(numbers.sum(ratio.denominator()), 1, NONE));
  }

  /** Numerator - by x denominator, made whole. */
  private static Map<Integer, Long> difference(Numbers numbers, Ratio ratio, BigDecimal by) {
    BigDecimal scale = BigDecimal.TEN.pow(Math.max(0, by.scale()));
    long times = scale.multiply(by).longValueExact();
    Map<Integer, Long> sum = new HashMap<>();
    numbers.sum(ratio.numerator()).keySet().forEach(n -> sum.put(n, scale.longValueExact()));
    numbers.sum(ratio.denominator()).keySet().forEach(n -> sum.merge(n, -times, Long::sum));
    return sum;
  }

  /** Nobody has nothing. */
  static Row amount(int amount, Set<Integer> persons, long far) {
    Map<Integer, Long> sum = new HashMap<>();
    sum.put(amount, 1L);
    persons.forEach(n -> sum.put(n, -far));
    return new Row(sum, -NONE, 0);
  }

  boolean holds(Numbers numbers) {
    long value = numbers.truth(sum);
    return value >= lower && value <= upper;
  }
}
