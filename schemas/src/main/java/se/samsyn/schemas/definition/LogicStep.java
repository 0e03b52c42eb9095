package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The place of an indicator in a logic chain. */
public enum LogicStep {
  /** What the joint work is meant to change. */
  @JsonProperty("problem")
  PROBLEM,
  /** What the agencies do about it. */
  @JsonProperty("action")
  ACTION,
  /** What came of it. */
  @JsonProperty("result")
  RESULT;

  /** The word for it in YAML, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
