package se.samsyn.disclosure.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.jj.MalformedInput;

/** Reads a YAML specification strictly: nothing unknown, nothing twice, codes as strings. */
public final class SpecificationReader {
  private static final String SCHEMA = "protect.schema.json";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private SpecificationReader() {}

  /**
   * @throws MalformedInput with every finding and its line
   * @throws IOException if the file cannot be read
   */
  public static Specification read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    try {
      JsonNode tree = YAML.readTree(bytes);
      if (tree == null || !tree.isObject()) {
        throw Malformed.file(name, "a specification is a mapping; docs/protect.md shows one");
      }
      List<String> findings = findings(tree, PlacesInYaml.lines(YAML, bytes));
      if (!findings.isEmpty()) {
        throw Malformed.file(name, String.join("; ", findings));
      }
      return YAML.treeToValue(tree, Specification.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Malformed.file(
          name, (line > 0 ? "line " + line + ": " : "") + "not YAML: " + e.getOriginalMessage());
    }
  }

  private static List<String> findings(JsonNode tree, Map<String, Integer> lines)
      throws IOException {
    Set<ValidationMessage> messages = schema().validate(tree);
    List<Finding> findings = new ArrayList<>();
    for (ValidationMessage message : messages) {
      String at = message.getInstanceLocation().toString();
      String field = message.getProperty();
      String place = field != null && lines.containsKey(at + "/" + field) ? at + "/" + field : at;
      findings.add(
          new Finding(
              lines.getOrDefault(place, 1),
              at.isEmpty() ? "the top level" : at,
              message.getMessage().replaceFirst("^[^:]*: ", "")));
    }
    findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::what));
    return findings.stream().map(Finding::words).distinct().toList();
  }

  private record Finding(int line, String at, String what) {
    String words() {
      return "line " + line + ", " + at + ": " + what;
    }
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = SpecificationReader.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              in,
              SchemaValidatorsConfig.builder()
                  .locale(Locale.ENGLISH)
                  .pathType(PathType.JSON_POINTER)
                  .build());
    }
  }
}
