package se.samsyn.disclosure.cli;

/** A stored certificate that cannot be used: damaged, changed, or of another table. */
public final class MalformedCertificate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCertificate(String message) {
    super(message);
  }

  MalformedCertificate(String message, Throwable cause) {
    super(message, cause);
  }
}
