package se.samsyn.disclosure.optimal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A linear condition that every safe pattern fulfils: sum(coefficient x choice) &gt;= least, where
 * a choice is 1 if hidden.
 */
@SuppressWarnings("ArrayRecordComponent")
record Cut(double[] coefficients, double least) {
  /** At least one of these choices is hidden, if the condition is. */
  static Cut oneOf(BitSet choices, int count, int condition) {
    double[] coefficients = new double[count];
    choices.stream().forEach(choice -> coefficients[choice] = 1);
    if (condition < 0) {
      return new Cut(coefficients, 1);
    }
    coefficients[condition] -= 1;
    return new Cut(coefficients, 0);
  }

  boolean isViolatedBy(double[] x) {
    double sum = 0;
    for (int choice = 0; choice < x.length; choice++) {
      sum += coefficients[choice] * x[choice];
    }
    return sum < least - 1e-4;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut cut
        && Arrays.equals(coefficients, cut.coefficients)
        && least == cut.least;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coefficients) + Double.hashCode(least);
  }
}
