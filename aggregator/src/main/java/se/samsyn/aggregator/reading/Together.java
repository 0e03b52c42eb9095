package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.List;

/** Parts of a whole taken together, from what is known of them, of the whole and of the others. */
final class Together {
  private Together() {}

  /**
   * The sum of {@code members}: their bounds added, the whole's less those of the others, or where
   * both are known what they leave. Hidden where neither is known, or where they cannot be of the
   * same records.
   */
  static Reading of(List<Reading> members, Reading whole, List<Reading> others) {
    Reading added = sum(members);
    Reading left = left(whole, sum(others));
    if (!added.isKnown()) {
      return added instanceof Reading.NotReported ? added : left;
    }
    if (!left.isKnown()) {
      return added;
    }
    BigDecimal least = least(added).max(least(left));
    BigDecimal most = most(added).min(most(left));
    return least.compareTo(most) > 0 ? Reading.SUPPRESSED : Reading.between(least, most);
  }

  /** Not reported where a part is, else hidden where a part has no bounds. */
  private static Reading sum(List<Reading> parts) {
    BigDecimal least = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    boolean isKnown = true;
    for (Reading part : parts) {
      if (part instanceof Reading.NotReported) {
        return part;
      }
      isKnown &= part.isKnown();
      if (isKnown) {
        least = least.add(least(part));
        most = most.add(most(part));
      }
    }
    return isKnown ? Reading.between(least, most) : Reading.SUPPRESSED;
  }

  private static Reading left(Reading whole, Reading others) {
    if (!whole.isKnown() || !others.isKnown()) {
      return whole.isKnown() ? Reading.SUPPRESSED : whole;
    }
    BigDecimal most = most(whole).subtract(least(others));
    BigDecimal least = least(whole).subtract(most(others)).max(BigDecimal.ZERO);
    return most.signum() < 0 ? Reading.SUPPRESSED : Reading.between(least, most);
  }

  private static BigDecimal least(Reading reading) {
    return reading.least().orElseThrow();
  }

  private static BigDecimal most(Reading reading) {
    return reading.most().orElseThrow();
  }
}
