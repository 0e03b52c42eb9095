package se.samsyn.disclosure.protect;

/**
 * How to protect.
 *
 * @param cleanUp whether redundant secondary suppressions are sought out and shown again
 */
public record Options(boolean cleanUp) {
  public static Options standard() {
    return new Options(true);
  }
}
