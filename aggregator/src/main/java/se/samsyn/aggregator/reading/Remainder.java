package se.samsyn.aggregator.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What is left of a whole without some of its parts. */
final class Remainder {
  private Remainder() {}

  /** Hidden where the whole or a part is not known, or where they cannot be of the same records. */
  static Reading of(Reading whole, Stream<Reading> parts) {
    List<Reading> taken = parts.toList();
    if (!whole.isKnown()) {
      return whole;
    }
    if (!taken.stream().allMatch(Reading::isKnown)) {
      return Reading.SUPPRESSED;
    }
    BigDecimal least = whole.least().orElseThrow();
    BigDecimal most = whole.most().orElseThrow();
    for (Reading part : taken) {
      least = least.subtract(part.most().orElseThrow());
      most = most.subtract(part.least().orElseThrow());
    }
    return most.signum() < 0
        ? Reading.SUPPRESSED
        : Reading.between(least.max(BigDecimal.ZERO), most);
  }
}
