package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One condition on a row of the input table. Conditions are data that the agent compiles to a query
 * itself; a list of them holds when all hold.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.In.class, name = "in"),
  @JsonSubTypes.Type(value = Condition.NotIn.class, name = "not-in"),
  @JsonSubTypes.Type(value = Condition.Between.class, name = "between"),
  @JsonSubTypes.Type(value = Condition.Present.class, name = "present"),
  @JsonSubTypes.Type(value = Condition.InPeriod.class, name = "in-period")
})
public sealed interface Condition {
  String column();

  /** The column holds one of {@code codes}. */
  record In(String column, List<String> codes) implements Condition {
    public In {
      codes = List.copyOf(codes);
    }
  }

  /** The column holds a code, and none of {@code codes}. */
  record NotIn(String column, List<String> codes) implements Condition {
    public NotIn {
      codes = List.copyOf(codes);
    }
  }

  /** The column holds a whole number from {@code from} to {@code to}, both included. */
  record Between(String column, long from, long to) implements Condition {
    public Between {
      if (from > to) {
        throw new IllegalArgumentException("between: from must not be above to");
      }
    }
  }

  /** The column is not empty. */
  record Present(String column) implements Condition {}

  /** The column holds a date of the period. */
  record InPeriod(String column) implements Condition {}
}
