package se.samsyn.aggregator.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.audit.InconsistentTable;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Checks the agency's protection again, from what a reader could see: an agent that is wrong, or
 * not ours, must not bring an unprotected table into the house.
 *
 * <p>The aggregator does not know which hidden cells are small. So it refuses what is certain:
 * small numbers in the open, and hidden cells that the published ones give away.
 */
final class ProtectionCheck {
  private final Definition definition;
  private final ProtectedTable table;
  private final PublishedLayers layers;

  private ProtectionCheck(Definition definition, ProtectedTable table) {
    this.definition = definition;
    this.table = table;
    this.layers = new PublishedLayers(definition, table.cells());
  }

  /**
   * What the published cells leave possible of every cell of a table that passes.
   *
   * @param table of the definition's shape
   * @throws Refused as {@code not-protected} or {@code inconsistent}
   */
  static Map<MeasureId, List<FeasibilityInterval>> intervals(
      Definition definition, ProtectedTable table) {
    return new ProtectionCheck(definition, table).run();
  }

  private Map<MeasureId, List<FeasibilityInterval>> run() {
    if (!layers.shareOnePattern()) {
      throw new Refused(
          Refusal.NOT_PROTECTED, "a cell is hidden in one measure and shown in another");
    }
    for (Measure.Collected measure : definition.collected()) {
      if (countsPersons(measure)) {
        requireNothingSmall(measure);
      }
    }
    Map<MeasureId, List<FeasibilityInterval>> intervals;
    try {
      intervals = layers.intervals();
    } catch (InconsistentTable e) {
      throw new Refused(Refusal.INCONSISTENT, "published parts and totals contradict each other");
    } catch (ArithmeticException e) {
      throw new Refused(Refusal.INCONSISTENT, "the table's numbers are too large to be added up");
    }
    for (Measure.Collected measure : definition.collected()) {
      requireHiddenStaysHidden(measure, intervals.get(measure.id()));
    }
    return intervals;
  }

  /** Events and sums may be small where many persons stand behind them; counts of persons not. */
  private boolean countsPersons(Measure.Collected measure) {
    return measure instanceof Measure.Count && definition.unit() != Unit.EVENTS;
  }

  private void requireNothingSmall(Measure.Collected measure) {
    List<Cell> cells = table.cells().get(measure.id());
    Optional<List<Cell>> base = layers.base(measure).map(table.cells()::get);
    for (int i = 0; i < cells.size(); i++) {
      if (!(cells.get(i) instanceof Cell.Value v)) {
        continue;
      }
      if (isSmall(v.value())
          || (v.value() == 0 && definition.protection().zeros() == Zeros.HIDDEN)) {
        throw new Refused(
            Refusal.NOT_PROTECTED, "a count below the minimum frequency is published");
      }
      // Who is in the base but not in its part is a group too: one follows from the other.
      if (base.isPresent()
          && base.get().get(i) instanceof Cell.Value whole
          && isSmall(whole.value() - v.value())) {
        throw new Refused(
            Refusal.NOT_PROTECTED,
            "what is left of a count without its part is below the minimum frequency");
      }
    }
  }

  private boolean isSmall(long persons) {
    return persons > 0 && persons < table.minimumFrequency();
  }

  private void requireHiddenStaysHidden(
      Measure.Collected measure, List<FeasibilityInterval> intervals) {
    List<Cell> cells = table.cells().get(measure.id());
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof Cell.Suppressed) {
        FeasibilityInterval interval = intervals.get(i);
        // Where two different tables were not found, the one value counts as known.
        boolean known = interval.mayBeExact();
        boolean surelySmall =
            countsPersons(measure)
                && interval.attained().lower() >= 1
                && interval.attained().upper() < table.minimumFrequency();
        if (known || surelySmall) {
          throw new Refused(
              Refusal.NOT_PROTECTED, "a suppressed cell can be recovered from the published ones");
        }
      }
    }
  }
}
