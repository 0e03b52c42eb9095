package se.samsyn.aggregator;

import java.util.List;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.Unit;

/** Definitions that count what another counts, but for one thing. */
public final class LikeDefinition {
  private LikeDefinition() {}

  /** The next version, of another unit. */
  public static Definition nextVersion(Definition own, Unit unit) {
    return of(own, own.id(), own.version() + 1, unit, own.period(), own.where());
  }

  /** The next version, of the records that meet a condition. */
  public static Definition nextVersion(Definition own, Condition where) {
    return of(own, own.id(), own.version() + 1, own.unit(), own.period(), List.of(where));
  }

  /** By school year, and named so. */
  public static Definition yearly(Definition own, Unit unit) {
    return of(
        own,
        new DefinitionId(own.id() + "-year"),
        1,
        unit,
        new Periodicity(PeriodGrain.SCHOOL_YEAR, own.period().date()),
        own.where());
  }

  private static Definition of(
      Definition own,
      DefinitionId id,
      int version,
      Unit unit,
      Periodicity period,
      List<Condition> where) {
    return new Definition(
        id,
        version,
        own.title(),
        own.description(),
        own.purpose(),
        own.logic(),
        own.table(),
        unit,
        own.counting(),
        period,
        where,
        own.dimensions(),
        own.measures(),
        own.protection());
  }
}
