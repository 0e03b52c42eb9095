package se.samsyn.agent.approval;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.source.Needed;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.source.Source;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.source.Workspace;
import se.samsyn.agent.tabulate.RowsCheck;
import se.samsyn.agent.tabulate.TableColumns;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.PeriodGrain;

/** Reads everything and says everything that is wrong at once. */
public final class Checking {
  /**
   * Any period that a source may state lies within it: what belongs to which period is not asked.
   */
  private static final Period ALWAYS =
      new Period(PeriodGrain.YEAR, LocalDate.of(1800, 1, 1), LocalDate.of(2300, 1, 1));

  private final AgentConfig agent;
  private final Variables variables;
  private final LocalDate today;

  public Checking(AgentConfig agent, Variables variables, LocalDate today) {
    this.agent = agent;
    this.variables = variables;
    this.today = today;
  }

  /**
   * What was found of one source.
   *
   * @param rows rows that were whole
   * @param unreadable why it cannot be read at all; empty if it can
   * @param problems of single rows
   */
  public record Checked(
      Mapping mapping, long rows, List<String> unreadable, List<ProblemLog.Problem> problems) {
    /** Whether a preview would stop. */
    public boolean stops() {
      return !unreadable.isEmpty()
          || problems.stream()
              .anyMatch(
                  p ->
                      mapping.handling(p.kind())
                          == se.samsyn.agent.mapping.ProblemKind.Handling.STOP);
    }
  }

  /**
   * Checks every source.
   *
   * @throws InvalidConfiguration with all that is wrong in configuration and mappings
   */
  public List<Checked> check(Catalogue catalogue) throws InvalidConfiguration, IOException {
    List<Checked> checked = new ArrayList<>();
    for (Mapping mapping : Sources.read(agent, variables).all()) {
      InputTable table =
          catalogue
              .table(mapping.table())
              .orElseThrow(
                  () ->
                      new InvalidConfiguration(
                          List.of(
                              "%s: there is no table %s; known: %s"
                                  .formatted(
                                      mapping.file().getFileName(),
                                      mapping.table(),
                                      catalogue.tables().stream()
                                          .map(t -> t.id().value())
                                          .sorted()
                                          .toList()))));
      List<Definition> definitions =
          catalogue.definitions().stream().filter(d -> d.table().equals(table.id())).toList();
      checked.add(check(mapping, table, definitions));
    }
    return checked;
  }

  private Checked check(Mapping mapping, InputTable table, List<Definition> definitions)
      throws IOException {
    List<Needed> needed = TableColumns.all(table, mapping, definitions);
    try (Workspace workspace =
        Workspace.open(agent.state().resolve("tmp"), agent.memoryMegabytes())) {
      Source source = Source.open(workspace, mapping, table, needed, ALWAYS, today);
      RowsCheck.check(source, table, needed);
      return new Checked(mapping, source.rows(), List.of(), source.log().problems());
    } catch (UnreadableSource e) {
      return new Checked(mapping, 0, e.findings(), List.of());
    }
  }
}
