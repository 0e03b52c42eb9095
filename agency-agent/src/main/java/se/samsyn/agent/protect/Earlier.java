package se.samsyn.agent.protect;

import se.samsyn.schemas.table.ProtectedTable;

/**
 * A table that was sent before for the same definition and period.
 *
 * @param table exactly what others have
 * @param hidden what can be told of the numbers that it hid
 */
public record Earlier(ProtectedTable table, HiddenThen hidden) {}
