package se.samsyn.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.message.AgencyId;

/**
 * The configuration of one agent.
 *
 * @param file where it was read; relative paths in it start from its folder
 * @param state the folder of keys, manifests, drafts, outbox and ledger
 * @param language "sv" or "en", for what the agent says
 * @param minimumFrequency raises every definition's; never lowers one
 * @param memoryMegabytes what DuckDB may use before it goes to disk
 * @param catalogue folders laid over the standard catalogue
 * @param covers per dimension the codes that exist at this agency; a dimension that is not named is
 *     covered in full
 * @param mappings one file per source
 */
public record AgentConfig(
    Path file,
    AgencyId agency,
    Path state,
    Optional<String> language,
    OptionalInt minimumFrequency,
    int memoryMegabytes,
    List<Path> catalogue,
    Map<DimensionId, Set<String>> covers,
    Optional<Network> network,
    List<Path> mappings) {
  public AgentConfig {
    catalogue = List.copyOf(catalogue);
    covers = Map.copyOf(covers);
    mappings = List.copyOf(mappings);
  }
}
