package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Other instruments of follow-up that an indicator may belong to. */
public enum Instrument {
  /** Organisation and ways of working: meetings, team composition. */
  @JsonProperty("organisation")
  ORGANISATION,
  /** Interventions per agency. */
  @JsonProperty("interventions")
  INTERVENTIONS,
  /** Anonymous user survey with fixed answers. */
  @JsonProperty("survey")
  SURVEY,
  /** Outcomes of preventive work: absence, notifications, mental health. */
  @JsonProperty("outcomes")
  OUTCOMES,
  /** Early against late interventions. */
  @JsonProperty("costs")
  COSTS,
  /** Area typologies. */
  @JsonProperty("areas")
  AREAS,
  /** The wellbeing wheel, SDQ bands, health questionnaires. */
  @JsonProperty("wellbeing")
  WELLBEING,
  /** SSPF and SIP activity. */
  @JsonProperty("coordination")
  COORDINATION;

  /** The word for it in YAML, JSON and on the command line. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
