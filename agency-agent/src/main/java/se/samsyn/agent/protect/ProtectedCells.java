package se.samsyn.agent.protect;

import java.util.List;
import java.util.Map;
import se.samsyn.schemas.table.Cell;

/**
 * A table after protection.
 *
 * @param cells per collected measure, in the definition's order, the cells of the whole definition
 * @param reasons per hidden cell why; stays in the agency
 * @param hidden what is hidden; stays in memory
 */
public record ProtectedCells(
    List<List<Cell>> cells, Map<Integer, HiddenReason> reasons, HiddenNumbers hidden) {
  public ProtectedCells {
    cells = cells.stream().map(List::copyOf).toList();
    reasons = Map.copyOf(reasons);
  }
}
