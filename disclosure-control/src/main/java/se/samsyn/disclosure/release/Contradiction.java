package se.samsyn.disclosure.release;

/** Figures that cannot all be true of the same records. */
final class Contradiction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Contradiction() {
    super("published figures cannot all be true of the same records");
  }
}
