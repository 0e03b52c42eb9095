package se.samsyn.agent.sealed.role;

/** The relay says that the attempt is over. */
public final class AttemptEnded extends Exception {
  private static final long serialVersionUID = 1L;
}
