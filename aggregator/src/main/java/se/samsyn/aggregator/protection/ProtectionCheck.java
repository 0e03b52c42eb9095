package se.samsyn.aggregator.protection;

import java.util.List;
import java.util.Map;
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

/**
 * The aggregator's own look at a table before it stores it: an agency's program may be old, wrong
 * or somebody else's. It sees only what is published, so it finds every raw table and every
 * suppression that can be undone; that each unsafe cell is left wide enough is the agent's to
 * prove, since only the agent knows which cells are unsafe.
 */
public final class ProtectionCheck {
  private final Definition definition;
  private final int minimumFrequency;
  private final Map<MeasureId, List<Cell>> cells;

  private ProtectionCheck(
      Definition definition, int minimumFrequency, Map<MeasureId, List<Cell>> cells) {
    this.definition = definition;
    this.minimumFrequency = minimumFrequency;
    this.cells = cells;
  }

  /**
   * Returns only if the table may be stored.
   *
   * @param minimumFrequency that the table was made with: the definition's, or higher
   * @param cells of the definition's shape
   * @return what the published cells leave possible of each cell, for the joint tables
   * @throws Refused as {@code wrong-shape}, {@code not-protected} or {@code inconsistent}
   */
  public static Map<MeasureId, List<FeasibilityInterval>> require(
      Definition definition, int minimumFrequency, Map<MeasureId, List<Cell>> cells) {
    ProtectionCheck check = new ProtectionCheck(definition, minimumFrequency, cells);
    check.requireOnePattern();
    check.requireNoSmallCounts();
    return check.requireNothingRecovered();
  }

  private void requireOnePattern() {
    List<Cell> first = cells.get(definition.collected().get(0).id());
    for (List<Cell> other : cells.values()) {
      for (int i = 0; i < first.size(); i++) {
        if (first.get(i).getClass() != other.get(i).getClass()) {
          throw new Refused(Refusal.WRONG_SHAPE, "the measures do not hide the same cells");
        }
      }
    }
  }

  private void requireNoSmallCounts() {
    if (definition.unit() == Unit.EVENTS) {
      return;
    }
    List<Cell> base =
        PublishedTable.unfiltered(definition).map(id -> cells.get(new MeasureId(id))).orElse(null);
    for (Measure.Collected measure : definition.collected()) {
      if (!(measure instanceof Measure.Count count)) {
        continue;
      }
      List<Cell> column = cells.get(measure.id());
      for (int i = 0; i < column.size(); i++) {
        if (column.get(i) instanceof Cell.Value value) {
          requireSafe(value.value());
          requireZeroIsShown(value.value());
          if (base != null && !count.where().isEmpty()) {
            requireSafe(((Cell.Value) base.get(i)).value() - value.value());
          }
        }
      }
    }
  }

  private void requireSafe(long persons) {
    if (persons > 0 && persons < minimumFrequency) {
      throw new Refused(
          Refusal.NOT_PROTECTED,
          "a count below the minimum frequency is published, or follows from two that are");
    }
    if (persons < 0) {
      throw new Refused(
          Refusal.INCONSISTENT, "a filtered count is larger than the count that it is part of");
    }
  }

  private void requireZeroIsShown(long persons) {
    if (persons == 0 && definition.protection().zeros() == Zeros.HIDDEN) {
      throw new Refused(Refusal.NOT_PROTECTED, "a count of nobody is published, and must not be");
    }
  }

  private Map<MeasureId, List<FeasibilityInterval>> requireNothingRecovered() {
    PublishedTable table = new PublishedTable(definition, cells);
    Map<MeasureId, List<FeasibilityInterval>> intervals;
    try {
      intervals = table.intervals();
    } catch (InconsistentTable e) {
      throw new Refused(Refusal.INCONSISTENT, "published parts and totals contradict each other");
    } catch (ArithmeticException e) {
      throw new Refused(Refusal.INCONSISTENT, "the numbers are too large to be added up");
    }
    var hidden = table.hidden();
    for (Measure.Collected measure : definition.collected()) {
      List<FeasibilityInterval> column = intervals.get(measure.id());
      boolean persons = measure instanceof Measure.Count && definition.unit() != Unit.EVENTS;
      for (int i = hidden.nextSetBit(0); i >= 0; i = hidden.nextSetBit(i + 1)) {
        if (column.get(i).mayBeExact() || (persons && isWithinUnsafe(column.get(i)))) {
          throw new Refused(
              Refusal.NOT_PROTECTED, "a suppressed cell can be recovered from the published ones");
        }
      }
    }
    return intervals;
  }

  private boolean isWithinUnsafe(FeasibilityInterval interval) {
    return interval.lower() > 0 && interval.upper() < minimumFrequency;
  }
}
