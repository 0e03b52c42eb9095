package se.samsyn.aggregator.export;

import se.samsyn.aggregator.reading.Reading;

/** How files write a state that has no number. */
final class StateSymbol {
  private StateSymbol() {}

  /**
   * @throws IllegalArgumentException for what is a number or an interval
   */
  static String of(Reading reading) {
    if (reading instanceof Reading.Suppressed) {
      return "..";
    }
    if (reading instanceof Reading.NotApplicable) {
      return ".";
    }
    if (reading instanceof Reading.NotReported) {
      return "...";
    }
    throw new IllegalArgumentException("a number has no symbol");
  }
}
