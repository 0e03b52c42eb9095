package se.samsyn.disclosure.rounding;

/** The table is not one of counts that add up, so small count rounding cannot be done. */
public final class NotRoundable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotRoundable(String message) {
    super(message);
  }
}
