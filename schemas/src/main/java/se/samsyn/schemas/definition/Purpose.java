package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an indicator is for: one of the five questions, or another instrument of follow-up. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Purpose.Answers.class), @JsonSubTypes.Type(Purpose.PartOf.class)})
public sealed interface Purpose {
  /** It answers one of the five questions. */
  record Answers(Question question) implements Purpose {}

  /** It belongs to another instrument. */
  record PartOf(Instrument instrument) implements Purpose {}
}
