package se.samsyn.agent.protect;

import se.samsyn.schemas.definition.DefinitionRef;

/** No safe form of a table was found and proven: nothing may leave. */
public final class Unprotectable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient DefinitionRef definition;

  public Unprotectable(DefinitionRef definition) {
    super("no safe form of " + definition + " was found");
    this.definition = definition;
  }

  public DefinitionRef definition() {
    return definition;
  }
}
