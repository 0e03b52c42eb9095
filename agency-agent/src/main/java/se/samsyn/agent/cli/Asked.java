package se.samsyn.agent.cli;

import java.io.IOException;
import java.util.Optional;
import se.samsyn.agent.NotDone;
import se.samsyn.agent.approval.ReportWords;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.enrol.Trust;
import se.samsyn.agent.manifest.ManifestStore;
import se.samsyn.agent.manifest.StoredManifest;
import se.samsyn.agent.state.StateFolder;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.json.MalformedDocument;

/** A definition with the input table that it reads, as a collection or the catalogue has them. */
record Asked(Definition definition, InputTable table) {
  /**
   * The definition as a stored and verified manifest asks for it in {@code period}; if none does,
   * as the catalogue has it.
   *
   * @throws InvalidConfiguration when neither has it, or the catalogue is damaged
   */
  static Asked find(AgentConfig agent, DefinitionId id, Period period, ReportWords words)
      throws InvalidConfiguration, NotDone, IOException {
    StateFolder state = new StateFolder(agent.state());
    Optional<Trust> trust = Trust.load(state);
    if (trust.isPresent()) {
      Optional<StoredManifest> manifest = new ManifestStore(state, trust.get()).asking(id, period);
      if (manifest.isPresent()) {
        Definition definition =
            manifest.get().manifest().definitions().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow();
        InputTable table =
            manifest.get().manifest().tables().stream()
                .filter(t -> t.id().equals(definition.table()))
                .findFirst()
                .orElseThrow();
        return new Asked(definition, table);
      }
    }
    Catalogue catalogue = catalogue(agent);
    Definition definition =
        catalogue.definition(id).orElseThrow(() -> invalid(words.say("no-definition", id, period)));
    InputTable table =
        catalogue
            .table(definition.table())
            .orElseThrow(() -> invalid(words.say("no-table", id, definition.table())));
    return new Asked(definition, table);
  }

  /** The standard catalogue with the agent's folders laid over it. */
  static Catalogue catalogue(AgentConfig agent) throws InvalidConfiguration, IOException {
    try {
      return Catalogue.load(agent.catalogue());
    } catch (MalformedDocument e) {
      throw new InvalidConfiguration(e.findings());
    }
  }

  private static InvalidConfiguration invalid(String finding) {
    return new InvalidConfiguration(java.util.List.of(finding));
  }
}
