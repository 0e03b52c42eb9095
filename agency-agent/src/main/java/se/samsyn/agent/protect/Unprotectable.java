package se.samsyn.agent.protect;

import se.samsyn.schemas.definition.DefinitionRef;

/** No safe form of a table was found and proven: nothing may leave. */
public final class Unprotectable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient DefinitionRef definition;
  private final Why why;

  /** What stands in the way. */
  public enum Why {
    NO_SAFE_FORM,
    /** It is not known whether it is safe beside what was sent: the check did not end in time. */
    NOT_IN_TIME
  }

  public Unprotectable(DefinitionRef definition, Why why) {
    super("no safe form of " + definition + " was found: " + why);
    this.definition = definition;
    this.why = why;
  }

  public DefinitionRef definition() {
    return definition;
  }

  public Why why() {
    return why;
  }
}
