package se.samsyn.disclosure.protect;

/** No pattern is safe: what must be shown, or is public anyway, reveals an unsafe cell. */
public final class ProtectionImpossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProtectionImpossible(String message) {
    super(message);
  }
}
