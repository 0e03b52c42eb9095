package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionRef;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.table.Cell;

/** What an agency's people see: the joint table, and of the agencies' own parts only theirs. */
@Singleton
public class OwnTables {
  private final JointTables tables;

  OwnTables(JointTables tables) {
    this.tables = tables;
  }

  /**
   * The released table; its {@code byActor} holds {@code own}'s part and no other, or nothing where
   * that agency has not reported.
   */
  public Optional<JointTable> find(AgencyId own, CollectionId id, DefinitionRef definition) {
    return tables
        .find(id, definition)
        .map(table -> seenBy(own, table, tables.own(own, id, definition)));
  }

  private static JointTable seenBy(
      AgencyId own, JointTable table, Optional<Map<MeasureId, List<Cell>>> part) {
    return new JointTable(
        table.manifest(),
        table.definition(),
        table.reported(),
        table.notReported(),
        table.joint(),
        part.map(cells -> Map.of(own, cells)).orElse(Map.of()));
  }
}
