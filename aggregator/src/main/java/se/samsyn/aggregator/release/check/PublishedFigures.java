package se.samsyn.aggregator.release.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.table.Cell;

/**
 * All that readers have from one release or one extract.
 *
 * @param name by which it is named
 * @param answeredFor whether somebody answers for each table as if it were alone: of an extract
 *     nobody is known to
 */
record PublishedFigures(String name, boolean answeredFor, List<Table> tables) {
  /** More than anybody corrects a delivery. */
  static final int MOST_CORRECTIONS = 1_000_000;

  PublishedFigures {
    tables = List.copyOf(tables);
  }

  /** As if each delivery had been corrected so many times more. */
  PublishedFigures afterCorrections(int more) {
    return new PublishedFigures(
        name, answeredFor, tables.stream().map(table -> table.afterCorrections(more)).toList());
  }

  /**
   * @param revisions whose deliveries the joint figures are the sum of, and how often each of them
   *     had been corrected: 0 for a first delivery
   * @param joint per collected measure, in the order of the cells
   * @param own the figures that are shown of each agency by itself; may be empty
   */
  record Table(
      Definition definition,
      Period period,
      Map<AgencyId, Integer> revisions,
      Map<MeasureId, List<Cell>> joint,
      Map<AgencyId, Map<MeasureId, List<Cell>>> own) {
    Table {
      revisions = Map.copyOf(revisions);
      joint = Map.copyOf(joint);
      own = Map.copyOf(own);
    }

    private Table afterCorrections(int more) {
      Map<AgencyId, Integer> later = new HashMap<>(revisions);
      later.replaceAll((agency, revision) -> revision + more);
      return new Table(definition, period, later, joint, own);
    }
  }
}
