package se.samsyn.agent.tabulate;

import java.util.List;
import java.util.Map;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.schemas.definition.DimensionId;

/**
 * What became of the rows. It stays in the agency.
 *
 * @param rows rows of the source
 * @param outsidePeriod rows of other periods
 * @param outsideFilter rows that the definition's conditions leave out
 * @param protectedIdentity rows of persons with a protected identity, left out
 * @param noClass per dimension, rows whose value belongs to no class of it, left out
 * @param problems rows with problems, all left out if the run went on
 * @param counted rows that were counted
 * @param conflicts per single dimension, persons whose rows say different classes
 */
public record ReadingReport(
    long rows,
    long outsidePeriod,
    long outsideFilter,
    long protectedIdentity,
    Map<DimensionId, Long> noClass,
    List<ProblemLog.Problem> problems,
    long counted,
    Map<DimensionId, Long> conflicts) {}
