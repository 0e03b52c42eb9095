package se.samsyn.demo.run;

/** A program of the demo ended badly; the message says which and what it printed. */
public final class ProgramFailed extends Exception {
  private static final long serialVersionUID = 1;

  ProgramFailed(String message) {
    super(message);
  }
}
