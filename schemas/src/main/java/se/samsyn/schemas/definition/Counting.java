package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether one person may be counted by several agencies. */
public enum Counting {
  /** A person is counted by one agency only: joint counts are counts of persons. */
  @JsonProperty("disjoint")
  DISJOINT,
  /**
   * A person may be counted once by each agency: a joint count is between the largest part and the
   * sum.
   */
  @JsonProperty("overlapping")
  OVERLAPPING;

  /** The word for it in YAML, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
