package se.samsyn.agent.approval;

import se.samsyn.schemas.envelope.Sha256;

/**
 * What one earlier sending costs a new table.
 *
 * @param table the hash of what was sent
 * @param cells how many cells are hidden that would not be without it
 */
public record EarlierCost(Sha256 table, int cells) {}
