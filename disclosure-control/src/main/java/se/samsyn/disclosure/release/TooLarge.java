package se.samsyn.disclosure.release;

/** A question would take a larger program than whoever asks it wants to wait for. */
final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
