package se.samsyn.disclosure.protect;

/**
 * How to protect.
 *
 * @param cleanUp whether redundant secondary suppressions are sought out and shown again
 * @param threads how many processors may be used; the result does not depend on it
 */
public record Options(boolean cleanUp, int threads) {
  public Options {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
  }

  /** With all processors. */
  public static Options standard() {
    return new Options(true, Runtime.getRuntime().availableProcessors());
  }

  public Options withThreads(int number) {
    return new Options(cleanUp, number);
  }
}
