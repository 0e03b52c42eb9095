package se.samsyn.disclosure.jj;

/** An input file that cannot be used: what is wrong, where, and what to do. */
public final class MalformedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedInput(String message) {
    super(message);
  }

  public MalformedInput(String message, Throwable cause) {
    super(message, cause);
  }

  static MalformedInput at(int line, String what) {
    return new MalformedInput("line " + line + ": " + what);
  }
}
