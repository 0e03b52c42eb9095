package se.samsyn.agent.approval;

import java.util.List;
import java.util.Map;
import se.samsyn.agent.protect.HiddenReason;
import se.samsyn.agent.tabulate.ReadingReport;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * What would be sent, and for the steward alone how it came about.
 *
 * @param table exactly what would be sent
 * @param reading what became of the rows; stays in the agency
 * @param reasons per hidden cell why; stays in the agency
 * @param costs what each earlier sending of this definition and period costs now
 */
public record Preview(
    Definition definition,
    ProtectedTable table,
    ReadingReport reading,
    Map<Integer, HiddenReason> reasons,
    List<EarlierCost> costs) {}
