package se.samsyn.aggregator.joint;

import java.util.List;
import java.util.Map;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.table.Cell;

/**
 * What a closed collection shows of one definition.
 *
 * @param reported the participants whose tables are in it, in the manifest's order
 * @param notReported the participants that the coordinator closed without
 * @param joint per collected measure, by cell: the sum over the agencies that reported
 * @param byActor each reporting agency's own protected table; empty where the agencies have agreed
 *     that readers do not see them
 */
public record JointTable(
    CollectionManifest manifest,
    Definition definition,
    List<Participant> reported,
    List<Participant> notReported,
    Map<MeasureId, List<Cell>> joint,
    Map<AgencyId, Map<MeasureId, List<Cell>>> byActor) {
  public JointTable {
    reported = List.copyOf(reported);
    notReported = List.copyOf(notReported);
    joint = Map.copyOf(joint);
    byActor = Map.copyOf(byActor);
  }
}
