package se.samsyn.aggregator.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;

/** Takes from a joint table what its release hides. */
public final class HiddenCells {
  private HiddenCells() {}

  /** The table as readers see it; the outside does not learn why a cell is suppressed. */
  public static JointTable in(JointTable table, Set<HiddenCell> hidden) {
    Map<MeasureId, List<Cell>> joint = copy(table.joint());
    Map<AgencyId, Map<MeasureId, List<Cell>>> byActor = new HashMap<>();
    table.byActor().forEach((agency, cells) -> byActor.put(agency, copy(cells)));
    for (HiddenCell cell : hidden) {
      if (cell.definition().equals(table.definition().id())) {
        Map<MeasureId, List<Cell>> cells =
            cell.agency().isPresent() ? byActor.get(cell.agency().get()) : joint;
        cells.get(cell.measure()).set(cell.cell(), Cell.SUPPRESSED);
      }
    }
    return new JointTable(
        table.manifest(),
        table.definition(),
        table.reported(),
        table.notReported(),
        joint,
        byActor);
  }

  private static Map<MeasureId, List<Cell>> copy(Map<MeasureId, List<Cell>> cells) {
    Map<MeasureId, List<Cell>> copy = new HashMap<>();
    cells.forEach((measure, list) -> copy.put(measure, new ArrayList<>(list)));
    return copy;
  }
}
