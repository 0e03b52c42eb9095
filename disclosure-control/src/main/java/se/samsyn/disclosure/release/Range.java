package se.samsyn.disclosure.release;

/**
 * What an attacker finds out about a number: it lies in the outer bounds for certain, and values at
 * the inner ones were shown to be possible.
 */
record Range(long outerLower, long innerLower, long innerUpper, long outerUpper) {
  static Range of(long lower, long upper) {
    return new Range(lower, lower, upper, upper);
  }

  /** Whether the outer bounds themselves were shown to be possible. */
  boolean isProven() {
    return innerLower == outerLower && innerUpper == outerUpper;
  }

  boolean mayBeExact() {
    return innerLower == innerUpper;
  }

  /** Whether all that the other leaves possible for certain was shown possible here, too. */
  boolean isAsWideAs(Range other) {
    return innerLower <= other.outerLower && innerUpper >= other.outerUpper;
  }

  long width() {
    return innerUpper == Long.MAX_VALUE ? Long.MAX_VALUE : innerUpper - innerLower;
  }
}
