package se.samsyn.aggregator.joint;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.CopyRows;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.table.Cell;

/** Writes the joint table of a sealed collection, which nobody's delivery is a part of. */
@Singleton
public class OpenedTables {
  private final JointStore store;

  OpenedTables(JointStore store) {
    this.store = store;
  }

  /**
   * Stores the cells and whose parts they are the sum of, in the caller's transaction.
   *
   * @param cells per collected measure, in the order of the definition's cells
   */
  public void write(
      Connection connection,
      StoredCollection collection,
      Definition definition,
      Map<MeasureId, List<Cell>> cells,
      ContributorSet set)
      throws SQLException {
    CopyRows.into(
        connection,
        "sealed_contributor (manifest_hash, agency, contribution)",
        copy -> {
          for (Map.Entry<AgencyId, Sha256> one : set.contributions().entrySet()) {
            copy.add(collection.hash(), one.getKey(), one.getValue());
          }
        });
    store.writeCells(connection, collection.hash(), definition, cells);
  }
}
