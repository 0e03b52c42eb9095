package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The five questions that a steering group wants answered (Skolverket and Socialstyrelsen). */
public enum Question {
  /** How many children were assessed for needs within the joint work? */
  @JsonProperty("assessed")
  ASSESSED,
  /** How many received interventions after the assessment? */
  @JsonProperty("received")
  RECEIVED,
  /** What did the interventions contain? */
  @JsonProperty("content")
  CONTENT,
  /** Which actors gave them? */
  @JsonProperty("actors")
  ACTORS,
  /** What was the result of the interventions taken together? */
  @JsonProperty("result")
  RESULT;

  /** The word for it in YAML, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
