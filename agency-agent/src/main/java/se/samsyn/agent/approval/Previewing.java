package se.samsyn.agent.approval;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.protect.ProtectedCells;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.agent.protect.TableProtection;
import se.samsyn.agent.protect.Unprotectable;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.agent.tabulate.RawTable;
import se.samsyn.agent.tabulate.Tabulator;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/** Makes what would be sent: reads, tabulates and protects. Nothing is written or sent here. */
public final class Previewing {
  private final AgentConfig agent;
  private final Variables variables;
  private final LocalDate today;

  public Previewing(AgentConfig agent, Variables variables, LocalDate today) {
    this.agent = agent;
    this.variables = variables;
    this.today = today;
  }

  /**
   * @param table the input table that the definition reads
   * @param before what was sent over some of the same records
   * @throws InvalidConfiguration when configuration or mapping do not fit the definition
   * @throws UnreadableSource when files cannot be read
   * @throws RowsRefused when rows have problems that the mapping says must stop the run
   * @throws Unprotectable when no safe form is found
   */
  public Preview preview(Definition definition, InputTable table, Period period, SentBefore before)
      throws InvalidConfiguration, UnreadableSource, RowsRefused, Unprotectable, IOException {
    Tabulator.Result raw =
        new Tabulating(agent, variables, today).tabulate(definition, table, period);
    ProtectionPolicy policy = definition.protection();
    if (agent.minimumFrequency().isPresent()) {
      policy = policy.raisedTo(agent.minimumFrequency().getAsInt());
    }
    ProtectedCells cells = TableProtection.protect(raw.table(), policy, before);
    Map<MeasureId, List<Cell>> byMeasure = new LinkedHashMap<>();
    for (int m = 0; m < definition.collected().size(); m++) {
      byMeasure.put(definition.collected().get(m).id(), cells.cells().get(m));
    }
    return new Preview(
        definition,
        new ProtectedTable(
            definition.ref(),
            Codecs.DEFINITION.hash(definition),
            period,
            policy.minimumFrequency(),
            byMeasure),
        raw.report(),
        cells.reasons(),
        cells.hidden(),
        cost(raw.table(), policy, cells, before));
  }

  /** Told by protecting the table once more, as if nothing had been sent. */
  private static EarlierCost cost(
      RawTable table, ProtectionPolicy policy, ProtectedCells now, SentBefore before)
      throws Unprotectable {
    Set<Integer> more = new HashSet<>();
    if (!before.all().isEmpty()) {
      more.addAll(now.reasons().keySet());
      more.removeAll(TableProtection.protect(table, policy, SentBefore.NOTHING).reasons().keySet());
    }
    return new EarlierCost(
        before.all().stream().map(sent -> Codecs.PROTECTED_TABLE.hash(sent.table())).toList(),
        more.size());
  }
}
