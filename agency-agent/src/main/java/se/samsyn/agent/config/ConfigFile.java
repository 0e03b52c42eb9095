package se.samsyn.agent.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.message.AgencyId;

/** Reads {@code agent.yaml}. */
public final class ConfigFile {
  private static final int DEFAULT_MEGABYTES = 1000;

  private final Path file;
  private final Variables variables;

  private ConfigFile(Path file, Variables variables) {
    this.file = file.toAbsolutePath().normalize();
    this.variables = variables;
  }

  /**
   * @throws InvalidConfiguration with all that is wrong in it
   */
  public static AgentConfig read(Path file, Variables variables) throws InvalidConfiguration {
    Findings findings = new Findings();
    Optional<YamlMap> yaml = YamlMap.read(file, findings);
    findings.throwIfAny();
    AgentConfig config = new ConfigFile(file, variables).config(yaml.orElseThrow());
    findings.throwIfAny();
    return config;
  }

  private AgentConfig config(YamlMap yaml) {
    yaml.required("agency");
    AgencyId agency = yaml.parsed("agency", AgencyId::new).orElse(new AgencyId("unnamed"));
    Optional<String> language = yaml.word("language", Map.of("sv", "sv", "en", "en"));
    OptionalInt k = yaml.integer("minimumFrequency", ProtectionPolicy.FLOOR, 1000);
    int memory = yaml.integer("memory", 200, 1_000_000).orElse(DEFAULT_MEGABYTES);
    Path state = path(yaml, "state").orElse(file.resolveSibling("state"));
    List<Path> catalogue = yaml.texts("catalogue").stream().map(file::resolveSibling).toList();
    Map<DimensionId, Set<String>> covers =
        yaml.map("covers").map(ConfigFile::covers).orElse(Map.of());
    Optional<Network> network = yaml.map("network").map(this::network);
    List<Path> mappings = new ArrayList<>();
    for (YamlMap source : yaml.maps("sources")) {
      source.required("mapping");
      path(source, "mapping").ifPresent(mappings::add);
      source.finish();
    }
    yaml.finish();
    return new AgentConfig(
        file, agency, state, language, k, memory, catalogue, covers, network, mappings);
  }

  private static Map<DimensionId, Set<String>> covers(YamlMap yaml) {
    Map<DimensionId, Set<String>> covers = new HashMap<>();
    for (String key : yaml.keys()) {
      Set<String> codes = Set.copyOf(yaml.texts(key));
      if (codes.isEmpty()) {
        yaml.problem(key, "name at least one code");
      }
      try {
        covers.put(new DimensionId(key), codes);
      } catch (IllegalArgumentException e) {
        yaml.problem(key, "is not the id of a dimension");
      }
    }
    return covers;
  }

  private Network network(YamlMap yaml) {
    Network network = new Network(yaml.parsed("proxy", ConfigFile::address), path(yaml, "ca"));
    yaml.finish();
    return network;
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return InetSocketAddress.createUnresolved(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("must be written host:port", e);
    }
  }

  private Optional<Path> path(YamlMap yaml, String key) {
    return yaml.parsed(key, text -> file.resolveSibling(variables.expand(text)).normalize());
  }
}
