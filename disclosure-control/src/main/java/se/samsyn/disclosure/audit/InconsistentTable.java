package se.samsyn.disclosure.audit;

/** The published figures contradict each other: no table has them. */
public final class InconsistentTable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InconsistentTable(String message) {
    super(message);
  }
}
