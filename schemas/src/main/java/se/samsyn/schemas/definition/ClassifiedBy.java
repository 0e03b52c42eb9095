package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What decides the class of a record in a dimension. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(ClassifiedBy.Column.class),
  @JsonSubTypes.Type(ClassifiedBy.Age.class)
})
public sealed interface ClassifiedBy {
  /** The value of a column of the input table: a code, or a whole number that falls in a band. */
  record Column(String column) implements ClassifiedBy {}

  /** Age in whole years, that falls in a band. */
  record Age(AgeAt age) implements ClassifiedBy {}

  /** The day at which age is taken. */
  enum AgeAt {
    /**
     * The first day of the period; where only the birth year is known, the year of that day minus
     * the birth year.
     */
    @JsonProperty("period-start")
    PERIOD_START,
    /** The record's own date. */
    @JsonProperty("record-date")
    RECORD_DATE
  }
}
