package se.samsyn.aggregator.release;

import java.util.Optional;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.AgencyId;

/**
 * A cell that a release hides beyond those that agencies hid.
 *
 * @param agency whose own figure; empty for the joint one
 * @param cell its place in the definition's cell space
 */
public record HiddenCell(
    DefinitionId definition, Optional<AgencyId> agency, MeasureId measure, int cell) {}
