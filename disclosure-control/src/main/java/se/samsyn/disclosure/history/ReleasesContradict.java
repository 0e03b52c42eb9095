package se.samsyn.disclosure.history;

/**
 * Releases of which not all can be true of the same data: a figure was revised, or the data behind
 * it have changed since.
 */
public final class ReleasesContradict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReleasesContradict(String message) {
    super(message);
  }
}
