package se.samsyn.aggregator.intake;

import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.Submission;

/**
 * A submission that has passed every check.
 *
 * @param envelope the hash of the bytes as they were received
 * @param intervals what its published cells leave possible
 */
record Delivery(
    Submission submission, Sha256 envelope, Map<MeasureId, List<FeasibilityInterval>> intervals) {}
