package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a count counts. */
public enum Unit {
  /** Distinct persons, even when one person has many rows. */
  @JsonProperty("persons")
  PERSONS,
  /**
   * Rows of the period; the minimum frequency still applies to the distinct persons behind them.
   */
  @JsonProperty("events")
  EVENTS,
  /**
   * A count of distinct persons that the source states itself, for those without individual
   * records.
   */
  @JsonProperty("given")
  GIVEN
}
