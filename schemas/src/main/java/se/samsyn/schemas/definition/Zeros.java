package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a cell of nobody may be shown. */
public enum Zeros {
  /** A true zero is published. */
  @JsonProperty("shown")
  SHOWN,
  /** A zero is unsafe, as is a count below the minimum frequency. */
  @JsonProperty("hidden")
  HIDDEN;

  /** The word for it in YAML, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
