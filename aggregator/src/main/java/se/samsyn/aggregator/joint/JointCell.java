package se.samsyn.aggregator.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** Adds up cells over the agencies. */
final class JointCell {
  private JointCell() {}

  /**
   * All joint cells of a definition.
   *
   * @param tables one per agency that has reported
   * @return per measure, in the order of the cells
   */
  static Map<MeasureId, List<Cell>> of(
      Definition definition, List<Map<MeasureId, List<Part>>> tables) {
    int size = CellSpace.of(definition).size();
    Map<MeasureId, List<Cell>> cells = new HashMap<>();
    for (Measure.Collected measure : definition.collected()) {
      List<Cell> column = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        int cell = i;
        column.add(of(tables.stream().map(t -> t.get(measure.id()).get(cell)).toList()));
      }
      cells.put(measure.id(), column);
    }
    return cells;
  }

  /**
   * The joint cell.
   *
   * <p>Values add up. A suppressed part adds what its agency's published cells leave possible, so
   * the sum is an interval: 12 + [0..9] + 7 is 19-28. It stays suppressed where the interval would
   * say nothing: no upper end, or no published part and a lower end of zero.
   *
   * @param parts one per agency that has reported; none: not reported
   */
  static Cell of(List<Part> parts) {
    if (parts.isEmpty()) {
      return Cell.NOT_REPORTED;
    }
    long lower = 0;
    long upper = 0;
    boolean limited = true;
    boolean known = false;
    boolean hidden = false;
    for (Part part : parts) {
      if (part instanceof Part.Known k) {
        known = true;
        lower = Math.addExact(lower, k.value());
        upper = Math.addExact(upper, k.value());
      } else if (part instanceof Part.Hidden h) {
        hidden = true;
        lower = Math.addExact(lower, h.lower());
        limited = limited && h.upper().isPresent();
        upper = Math.addExact(upper, h.upper().orElse(0));
      }
    }
    if (hidden) {
      return limited && (known || lower > 0) ? new Cell.Interval(lower, upper) : Cell.SUPPRESSED;
    }
    return known ? new Cell.Value(lower) : Cell.NOT_APPLICABLE;
  }
}
