package se.samsyn.agent.protect;

import se.samsyn.comparison.CountedTable;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * A table that was sent, as others have it.
 *
 * @param counted what it counts
 */
public record SentTable(CountedTable counted, ProtectedTable table) {}
