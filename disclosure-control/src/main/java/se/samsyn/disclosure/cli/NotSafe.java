package se.samsyn.disclosure.cli;

/** The audit found what protection did not: nothing is written. */
final class NotSafe extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSafe(String message) {
    super(message);
  }
}
