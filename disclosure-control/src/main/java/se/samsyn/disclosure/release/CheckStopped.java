package se.samsyn.disclosure.release;

/**
 * The thread of a check was interrupted before it came to a verdict. Nothing is known then: what
 * asked for the check must take it as not safe.
 */
public final class CheckStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CheckStopped() {
    super("the release check was stopped before it came to a verdict");
  }

  /** Asked between the steps that take time. The thread stays interrupted. */
  static void ifInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CheckStopped();
    }
  }
}
