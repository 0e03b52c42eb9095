package se.samsyn.agent.approval;

import java.util.List;
import se.samsyn.agent.source.ProblemLog;

/** Rows have problems of kinds that the mapping says must stop the run. Nothing was written. */
public final class RowsRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final String mapping;
  private final transient List<ProblemLog.Problem> problems;

  RowsRefused(String mapping, List<ProblemLog.Problem> problems) {
    super("rows with problems");
    this.mapping = mapping;
    this.problems = List.copyOf(problems);
  }

  /** The name of the mapping file, where it may be decided to leave such rows out. */
  public String mapping() {
    return mapping;
  }

  /** All that was found, also what would not have stopped the run. */
  public List<ProblemLog.Problem> problems() {
    return problems;
  }
}
