package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Means and shares, computed from parts that may be shown. Where a part is an interval, so is the
 * result: all that the parts leave possible.
 */
final class Division {
  /** Enough that a percentage or a mean can be rounded as the page needs. */
  private static final int DECIMALS = 6;

  private Division() {}

  /** A part of a whole, between 0 and 1: the part is never more than the whole. */
  static Reading share(Reading part, Reading whole) {
    return divide(part, whole, BigDecimal.ONE);
  }

  /** An amount per unit of a count. */
  static Reading mean(Reading amount, Reading count) {
    return divide(amount, count, null);
  }

  private static Reading divide(Reading over, Reading under, BigDecimal most) {
    if (over instanceof Reading.NotReported || under instanceof Reading.NotReported) {
      return Reading.NOT_REPORTED;
    }
    if (over instanceof Reading.NotApplicable || under instanceof Reading.NotApplicable) {
      return Reading.NOT_APPLICABLE;
    }
    if (!over.isKnown() || !under.isKnown()) {
      return Reading.SUPPRESSED;
    }
    BigDecimal least = under.least().orElseThrow();
    BigDecimal greatest = under.most().orElseThrow();
    if (greatest.signum() == 0) {
      return Reading.NOT_APPLICABLE;
    }
    if (least.signum() == 0 && most == null) {
      // Nobody may be behind it: then there is no upper bound to speak of.
      return Reading.SUPPRESSED;
    }
    BigDecimal lower = quotient(over.least().orElseThrow(), greatest, RoundingMode.FLOOR);
    BigDecimal upper =
        least.signum() == 0
            ? most
            : quotient(over.most().orElseThrow(), least, RoundingMode.CEILING);
    if (over instanceof Reading.Exact o && under instanceof Reading.Exact u) {
      return new Reading.Exact(quotient(o.value(), u.value(), RoundingMode.HALF_UP));
    }
    return Reading.between(atMost(lower, most), atMost(upper, most));
  }

  private static BigDecimal atMost(BigDecimal value, BigDecimal most) {
    return most == null ? value : value.min(most);
  }

  private static BigDecimal quotient(BigDecimal over, BigDecimal under, RoundingMode rounding) {
    return over.divide(under, DECIMALS, rounding);
  }
}
