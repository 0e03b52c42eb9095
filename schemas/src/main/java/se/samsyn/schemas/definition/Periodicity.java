package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/**
 * How records are assigned to periods.
 *
 * @param date the column whose date places a record in a period; empty when a source holds exactly
 *     one period (its configuration then says which)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Periodicity(PeriodGrain grain, Optional<String> date) {
  public Periodicity {
    Objects.requireNonNull(grain, "grain");
    date = date == null ? Optional.empty() : date;
  }
}
