package se.samsyn.agent.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.mapping.MappingFile;
import se.samsyn.schemas.definition.TableId;

/** The mappings of an agent, one per input table. */
public final class Sources {
  private final Map<TableId, Mapping> mappings;

  private Sources(Map<TableId, Mapping> mappings) {
    this.mappings = mappings;
  }

  /**
   * @throws InvalidConfiguration with all that is wrong in all mapping files
   */
  public static Sources read(AgentConfig agent, Variables variables) throws InvalidConfiguration {
    Map<TableId, Mapping> mappings = new LinkedHashMap<>();
    List<String> findings = new ArrayList<>();
    for (var file : agent.mappings()) {
      try {
        Mapping mapping = MappingFile.read(file, variables);
        Mapping other = mappings.put(mapping.table(), mapping);
        if (other != null) {
          findings.add(
              "%s and %s both give table %s; one person in two files would be counted twice, so put them in one file"
                  .formatted(other.file().getFileName(), file.getFileName(), mapping.table()));
        }
      } catch (InvalidConfiguration e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) {
      throw new InvalidConfiguration(findings);
    }
    return new Sources(mappings);
  }

  public Optional<Mapping> of(TableId table) {
    return Optional.ofNullable(mappings.get(table));
  }

  public List<Mapping> all() {
    return List.copyOf(mappings.values());
  }
}
