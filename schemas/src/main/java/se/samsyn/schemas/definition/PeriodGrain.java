package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How long the periods of a definition are. */
public enum PeriodGrain {
  /** {@code 2025/26}: 1 July to 1 July. */
  @JsonProperty("school-year")
  SCHOOL_YEAR,
  /** {@code HT2025}: 1 July to 1 January; {@code VT2026}: 1 January to 1 July. */
  @JsonProperty("term")
  TERM,
  /** {@code 2026}. */
  @JsonProperty("year")
  YEAR,
  /** {@code 2026K1}. */
  @JsonProperty("quarter")
  QUARTER,
  /** {@code 2026M01}. */
  @JsonProperty("month")
  MONTH
}
