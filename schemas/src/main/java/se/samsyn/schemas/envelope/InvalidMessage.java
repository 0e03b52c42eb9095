package se.samsyn.schemas.envelope;

/**
 * A signature that does not verify or a ciphertext that does not open. It says which, and nothing
 * of the content: whoever sent it learns no more than that it was refused.
 */
public final class InvalidMessage extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidMessage(String message) {
    super(message);
  }
}
