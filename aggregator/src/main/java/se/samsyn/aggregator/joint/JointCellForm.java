package se.samsyn.aggregator.joint;

import io.micronaut.core.annotation.Nullable;
import se.samsyn.schemas.table.Cell;

/** How a joint cell stands in the columns of a table such as {@code joint_cell}. */
public record JointCellForm(String state, @Nullable Long lower, @Nullable Long upper) {
  public static JointCellForm of(Cell cell) {
    if (cell instanceof Cell.Value v) {
      return new JointCellForm("value", v.value(), v.value());
    }
    if (cell instanceof Cell.Interval i) {
      return new JointCellForm("interval", i.lower(), i.upper());
    }
    if (cell instanceof Cell.Suppressed) {
      return new JointCellForm("suppressed", null, null);
    }
    return new JointCellForm(
        cell instanceof Cell.NotApplicable ? "not-applicable" : "not-reported", null, null);
  }

  public static Cell cell(String state, long lower, long upper) {
    return switch (state) {
      case "value" -> new Cell.Value(lower);
      case "interval" -> new Cell.Interval(lower, upper);
      case "suppressed" -> Cell.SUPPRESSED;
      case "not-applicable" -> Cell.NOT_APPLICABLE;
      case "not-reported" -> Cell.NOT_REPORTED;
      default -> throw new IllegalStateException("an unknown state of a cell is stored");
    };
  }
}
