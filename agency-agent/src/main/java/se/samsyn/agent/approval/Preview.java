package se.samsyn.agent.approval;

import java.util.Map;
import se.samsyn.agent.protect.HiddenNumbers;
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
 * @param hidden what is hidden; stays in memory
 * @param cost what earlier sendings over the same records cost now
 */
public record Preview(
    Definition definition,
    ProtectedTable table,
    ReadingReport reading,
    Map<Integer, HiddenReason> reasons,
    HiddenNumbers hidden,
    EarlierCost cost) {}
