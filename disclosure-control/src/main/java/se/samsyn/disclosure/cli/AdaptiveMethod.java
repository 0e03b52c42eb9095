package se.samsyn.disclosure.cli;

import se.samsyn.disclosure.jj.MalformedInput;

/** Resolution adapts; no cell is hidden. */
final class AdaptiveMethod {
  private AdaptiveMethod() {}

  static Report run(Run run, OutputFiles files) {
    throw new MalformedInput("--method adaptive cannot be chosen yet; choose interval, optimal or rounding");
  }
}
