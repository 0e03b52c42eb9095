package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the agencies of a collection have agreed on their own figures, where it is not that readers
 * see them.
 */
public enum OwnFigures {
  /**
   * Readers see joint figures only, and these are protected with the agencies as respondents: no
   * agency that subtracts its own part learns what the others' must not tell.
   */
  @JsonProperty("not-shown")
  NOT_SHOWN
}
