package se.samsyn.agent.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.config.Findings;
import se.samsyn.agent.config.InvalidConfiguration;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.config.YamlMap;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.TableId;

/** Reads a mapping file; {@code docs/mapping.md} describes the language. */
public final class MappingFile {
  private static final Map<String, ProblemKind.Handling> HANDLING =
      Map.of("stop", ProblemKind.Handling.STOP, "leave-out", ProblemKind.Handling.LEAVE_OUT);

  private final Path file;
  private final Variables variables;

  private MappingFile(Path file, Variables variables) {
    this.file = file;
    this.variables = variables;
  }

  /**
   * @throws InvalidConfiguration with all that is wrong in it
   */
  public static Mapping read(Path file, Variables variables) throws InvalidConfiguration {
    Findings findings = new Findings();
    Optional<YamlMap> yaml = YamlMap.read(file, findings);
    findings.throwIfAny();
    Mapping mapping = new MappingFile(file, variables).mapping(yaml.orElseThrow());
    findings.throwIfAny();
    return mapping;
  }

  private Mapping mapping(YamlMap yaml) {
    yaml.required("table");
    TableId table = yaml.parsed("table", TableId::new).orElse(new TableId("unnamed"));
    DataFile data = dataFile(yaml);
    List<Join> joins = new ArrayList<>();
    for (YamlMap join : yaml.maps("join")) {
      joins.add(join(join));
    }
    Set<String> missing = new HashSet<>(yaml.texts("missing"));
    boolean comma =
        yaml.word("decimal", Map.of("comma", true, "point", false)).orElse(Boolean.FALSE);
    Optional<Period> period = yaml.parsed("period", Period::parse);
    boolean protectedIdentities =
        yaml.word("protectedIdentities", Map.of("leave-out", false, "count", true))
            .orElse(Boolean.FALSE);
    Map<ProblemKind, ProblemKind.Handling> handling =
        yaml.map("problems").map(MappingFile::handling).orElse(Map.of());
    Map<String, ColumnRule> columns = new HashMap<>();
    if (!yaml.has("columns")) {
      yaml.required("columns");
    }
    yaml.map("columns")
        .ifPresent(
            map -> {
              ColumnRules rules = new ColumnRules(comma);
              for (String column : map.keys()) {
                rules.read(map, column).ifPresent(rule -> columns.put(column, rule));
              }
            });
    yaml.finish();
    return new Mapping(
        file, table, data, joins, missing, period, protectedIdentities, handling, columns);
  }

  private DataFile dataFile(YamlMap yaml) {
    yaml.required("file");
    Path path =
        yaml.parsed("file", text -> file.resolveSibling(variables.expand(text)).normalize())
            .orElse(file);
    DataFile.Format byName =
        path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
            ? DataFile.Format.PARQUET
            : DataFile.Format.CSV;
    return new DataFile(
        path,
        yaml.word("format", Map.of("csv", DataFile.Format.CSV, "parquet", DataFile.Format.PARQUET))
            .orElse(byName),
        yaml.word("encoding", TextEncoding.words()),
        yaml.word("separator", Map.of(",", ',', ";", ';', "tab", '\t')));
  }

  private Join join(YamlMap yaml) {
    DataFile data = dataFile(yaml);
    String name = yaml.required("as");
    if (!yaml.has("key")) {
      yaml.required("key");
    }
    Optional<YamlMap> key = yaml.map("key");
    String left = key.map(k -> k.required("here")).orElse("");
    String right = key.map(k -> k.required("there")).orElse("");
    key.ifPresent(YamlMap::finish);
    yaml.finish();
    return new Join(data, name, left, right);
  }

  private static Map<ProblemKind, ProblemKind.Handling> handling(YamlMap yaml) {
    Map<ProblemKind, ProblemKind.Handling> handling = new EnumMap<>(ProblemKind.class);
    ProblemKind.words()
        .forEach((word, kind) -> yaml.word(word, HANDLING).ifPresent(h -> handling.put(kind, h)));
    yaml.finish();
    return handling;
  }
}
