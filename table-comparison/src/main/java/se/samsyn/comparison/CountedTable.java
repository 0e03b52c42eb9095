package se.samsyn.comparison;

import java.util.Objects;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.RecordSet;

/** What a table counts: a definition over a period, whoever's the records are. */
public record CountedTable(Definition definition, Period period) {
  public CountedTable {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(period, "period");
  }

  /** Whether a record may be in both. */
  public boolean intersects(CountedTable other) {
    return RecordSet.of(definition, period)
        .intersects(RecordSet.of(other.definition, other.period));
  }
}
