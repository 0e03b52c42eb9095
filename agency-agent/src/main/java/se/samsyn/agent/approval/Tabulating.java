package se.samsyn.agent.approval;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.source.Needed;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.source.Source;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.source.Workspace;
import se.samsyn.agent.tabulate.Coverage;
import se.samsyn.agent.tabulate.TableColumns;
import se.samsyn.agent.tabulate.Tabulator;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;

/** Makes a definition's raw table of the agency's own files, as its configuration maps them. */
public final class Tabulating {
  private final AgentConfig agent;
  private final Variables variables;
  private final LocalDate today;

  public Tabulating(AgentConfig agent, Variables variables, LocalDate today) {
    this.agent = agent;
    this.variables = variables;
    this.today = today;
  }

  /**
   * @param table the input table that the definition reads
   * @throws InvalidConfiguration when configuration or mapping do not fit the definition
   * @throws UnreadableSource when files cannot be read
   * @throws RowsRefused when rows have problems that the mapping says must stop the run
   */
  public Tabulator.Result tabulate(Definition definition, InputTable table, Period period)
      throws InvalidConfiguration, UnreadableSource, RowsRefused, IOException {
    Mapping mapping =
        Sources.read(agent, variables)
            .of(definition.table())
            .orElseThrow(
                () ->
                    new InvalidConfiguration(
                        List.of(
                            "%s: no source gives table %s, which %s reads"
                                .formatted(
                                    agent.file().getFileName(),
                                    definition.table(),
                                    definition.ref()))));
    requirePeriod(definition, mapping, period);
    Coverage coverage = coverage(definition);
    List<Needed> needed = TableColumns.of(definition, table, mapping);
    Tabulator.Result raw;
    try (Workspace workspace =
        Workspace.open(agent.state().resolve("tmp"), agent.memoryMegabytes())) {
      Source source = Source.open(workspace, mapping, table, needed, period, today);
      raw = Tabulator.tabulate(definition, period, table, coverage, source, needed);
    }
    requireNoStop(mapping, raw.report().problems());
    return raw;
  }

  private static void requirePeriod(Definition definition, Mapping mapping, Period period)
      throws InvalidConfiguration {
    if (definition.period().grain() != period.grain()) {
      throw new InvalidConfiguration(
          List.of(
              "%s is not counted over such a period as %s".formatted(definition.ref(), period)));
    }
    if (definition.period().date().isEmpty()
        && mapping.period().isPresent()
        && !mapping.period().get().equals(period)) {
      throw new InvalidConfiguration(
          List.of(
              "%s says that the source holds %s, not %s"
                  .formatted(mapping.file().getFileName(), mapping.period().get(), period)));
    }
  }

  private Coverage coverage(Definition definition) throws InvalidConfiguration {
    Map<DimensionId, Set<String>> covers = agent.covers();
    try {
      return Coverage.of(definition, covers);
    } catch (IllegalArgumentException e) {
      throw new InvalidConfiguration(List.of(agent.file().getFileName() + ": " + e.getMessage()));
    }
  }

  private static void requireNoStop(Mapping mapping, List<ProblemLog.Problem> problems)
      throws RowsRefused {
    boolean stops =
        problems.stream().anyMatch(p -> mapping.handling(p.kind()) == ProblemKind.Handling.STOP);
    if (stops) {
      throw new RowsRefused(mapping.file().getFileName().toString(), problems);
    }
  }
}
