package se.samsyn.aggregator.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** A joint table whose cells are found by their codes. */
public record Cube(JointTable table, CellSpace space) {
  public static Cube of(JointTable table) {
    return new Cube(table, CellSpace.of(table.definition()));
  }

  public Definition definition() {
    return table.definition();
  }

  /**
   * The cell at {@code codes} (absent: the total), of one agency or of all together. What an agency
   * did not deliver is not reported.
   */
  public Cell cell(MeasureId collected, Optional<AgencyId> actor, Map<DimensionId, String> codes) {
    List<String> coordinates =
        definition().dimensions().stream()
            .map(Dimension::id)
            .map(d -> codes.getOrDefault(d, Code.TOTAL))
            .toList();
    OptionalInt index = space.index(coordinates);
    Map<MeasureId, List<Cell>> cells =
        actor.isPresent() ? table.byActor().getOrDefault(actor.get(), Map.of()) : table.joint();
    List<Cell> list = cells.get(collected);
    if (index.isEmpty() || list == null) {
      return Cell.NOT_REPORTED;
    }
    Cell cell = list.get(index.getAsInt());
    return index.getAsInt() == 0 && isSealed() && cell instanceof Cell.NotApplicable
        ? Cell.SUPPRESSED
        : cell;
  }

  /**
   * In a sealed table what has no number is inside a larger group, but for the whole: nothing is
   * around it.
   */
  private boolean isSealed() {
    return table.manifest().sealed().isPresent();
  }

  /** The measure that the definition names so. */
  public Measure measure(MeasureId id) {
    return definition().measures().stream()
        .filter(m -> m.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The dimension that the definition names so. */
  Dimension dimension(DimensionId id) {
    return definition().dimensions().stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
