package se.samsyn.disclosure.optimal;

import se.samsyn.disclosure.protect.Protection;

/**
 * The best pattern found and how good it is.
 *
 * @param cost the summed cost of the hidden cells that could have been shown, unsafe ones included
 * @param lowerBound no safe pattern costs less
 * @param proven whether the pattern was shown to be a cheapest one
 */
public record OptimalProtection(
    Protection protection, double cost, double lowerBound, boolean proven) {
  /** By what part of its cost the pattern is dearer than the cheapest one at most; 0 if proven. */
  public double gap() {
    return proven || cost == 0 ? 0 : (cost - lowerBound) / cost;
  }
}
