package se.samsyn.aggregator.joint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.aggregator.protection.PublishedTable;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/**
 * Adds agencies' tables. A suppressed part contributes what that agency's own published cells leave
 * possible, never a narrower inside view: 12 + [0..9] + 7 gives 19-28. The result is a function of
 * what every agency has published, so it tells nothing that the parts did not.
 */
public final class JointSum {
  private final Definition definition;
  private final List<Part> parts = new ArrayList<>();

  private JointSum(Definition definition) {
    this.definition = definition;
  }

  /**
   * @param tables the tables of the agencies that reported; none makes every cell not reported
   * @return per collected measure one cell per place of the cell space
   */
  public static Map<MeasureId, List<Cell>> of(
      Definition definition, Collection<Map<MeasureId, List<Cell>>> tables) {
    JointSum sum = new JointSum(definition);
    for (Map<MeasureId, List<Cell>> table : tables) {
      sum.parts.add(new Part(table, new PublishedTable(definition, table).intervals()));
    }
    Map<MeasureId, List<Cell>> joint = new HashMap<>();
    for (Measure.Collected measure : definition.collected()) {
      joint.put(measure.id(), sum.column(measure.id()));
    }
    return joint;
  }

  private List<Cell> column(MeasureId measure) {
    int size = se.samsyn.schemas.table.CellSpace.of(definition).size();
    List<Cell> column = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      column.add(cell(measure, i));
    }
    return List.copyOf(column);
  }

  private Cell cell(MeasureId measure, int index) {
    if (parts.isEmpty()) {
      return Cell.NOT_REPORTED;
    }
    long lower = 0;
    long upper = 0;
    boolean exists = false;
    for (Part part : parts) {
      Cell cell = part.cells().get(measure).get(index);
      if (cell instanceof Cell.Value value) {
        exists = true;
        lower = Math.addExact(lower, value.value());
        upper = Math.addExact(upper, value.value());
      } else if (cell instanceof Cell.Suppressed) {
        exists = true;
        FeasibilityInterval interval = part.intervals().get(measure).get(index);
        if (!interval.outer().isBounded()) {
          // Nothing published is above it: the sum can be anything.
          return Cell.SUPPRESSED;
        }
        lower = Math.addExact(lower, interval.lower());
        upper = Math.addExact(upper, interval.upper());
      }
    }
    if (!exists) {
      return Cell.NOT_APPLICABLE;
    }
    return lower == upper ? new Cell.Value(lower) : new Cell.Interval(lower, upper);
  }

  /** An agency's table, and what its published cells leave possible. */
  private record Part(
      Map<MeasureId, List<Cell>> cells, Map<MeasureId, List<FeasibilityInterval>> intervals) {}
}
