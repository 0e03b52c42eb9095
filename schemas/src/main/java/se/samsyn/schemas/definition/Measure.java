package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a table holds in each cell. Counts and sums are collected; means, ratios and distributions
 * are computed from protected parts and never sent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Measure.Count.class, name = "count"),
  @JsonSubTypes.Type(value = Measure.Sum.class, name = "sum"),
  @JsonSubTypes.Type(value = Measure.Mean.class, name = "mean"),
  @JsonSubTypes.Type(value = Measure.Ratio.class, name = "ratio"),
  @JsonSubTypes.Type(value = Measure.Distribution.class, name = "distribution")
})
public sealed interface Measure {
  MeasureId id();

  Text title();

  /** A measure that agencies send. */
  sealed interface Collected extends Measure {}

  /** A measure that is computed from collected ones when it is shown. */
  sealed interface Derived extends Measure {}

  /**
   * A count of the definition's unit.
   *
   * @param where counts only what has a record that meets these; empty counts all. A filtered count
   *     and the rest of the definition's unfiltered count are protected together, since one follows
   *     from the other.
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Count(MeasureId id, Text title, List<Condition> where) implements Collected {
    public Count {
      where = where == null ? List.of() : List.copyOf(where);
    }
  }

  /** A sum of a column of non-negative whole amounts. */
  record Sum(MeasureId id, Text title, String column, AmountUnit unit) implements Collected {}

  /** A sum divided by a count. */
  record Mean(MeasureId id, Text title, MeasureId of, MeasureId per) implements Derived {}

  /** A filtered count divided by another count. */
  record Ratio(MeasureId id, Text title, MeasureId numerator, MeasureId denominator)
      implements Derived {}

  /** The shares of a count over the ordered classes of a dimension. */
  record Distribution(MeasureId id, Text title, MeasureId of, DimensionId over)
      implements Derived {}

  /** The unit of an amount; amounts are whole numbers of it. */
  enum AmountUnit {
    @JsonProperty("minutes")
    MINUTES,
    @JsonProperty("days")
    DAYS,
    /** Hundredths of a Swedish krona. */
    @JsonProperty("ore")
    ORE,
    @JsonProperty("units")
    UNITS
  }
}
