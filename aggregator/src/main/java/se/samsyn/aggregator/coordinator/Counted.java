package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Optional;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.LogicStep;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.PeriodGrain;
import se.samsyn.schemas.definition.Periodicity;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.ProtectionPolicy.Dominance;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;

/**
 * What a definition counts and what for: that which all its versions have in common.
 *
 * @param date the column that places a record in a period; empty where a source holds one period
 * @param dominance of the contributions to a sum
 */
record Counted(
    DefinitionId id,
    Purpose purpose,
    LogicStep logic,
    TableId table,
    Unit unit,
    Counting counting,
    Optional<String> date,
    List<Condition> where,
    List<Measure> measures,
    Optional<Dominance> dominance) {
  static Counted by(Definition definition) {
    return new Counted(
        definition.id(),
        definition.purpose(),
        definition.logic(),
        definition.table(),
        definition.unit(),
        definition.counting(),
        definition.period().date(),
        definition.where(),
        definition.measures(),
        definition.protection().dominance());
  }

  /** How a version describes, divides and protects it. */
  record Version(
      int number,
      Text title,
      Text description,
      PeriodGrain grain,
      List<Dimension> dimensions,
      int minimumFrequency,
      Zeros zeros,
      boolean groupDisclosure) {}

  /**
   * @throws IllegalArgumentException when the parts do not go together
   * @throws ArithmeticException when the table would be far too large
   */
  Definition in(Version version) {
    return new Definition(
        id,
        version.number(),
        version.title(),
        version.description(),
        purpose,
        logic,
        table,
        unit,
        counting,
        new Periodicity(version.grain(), date),
        where,
        version.dimensions(),
        measures,
        new ProtectionPolicy(
            version.minimumFrequency(), dominance, version.zeros(), version.groupDisclosure()));
  }
}
