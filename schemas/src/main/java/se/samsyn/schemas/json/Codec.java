package se.samsyn.schemas.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.UriSchemaLoader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import se.samsyn.schemas.envelope.Sha256;

/**
 * Reads and writes one kind of document, strictly: the schema first, then the type, and (for
 * messages) exactly one spelling, so that a document and its bytes name each other.
 */
public final class Codec<T> {
  private static final String IDS = "https://samsyn.se/schema/v1/";

  /** Schemas come from this module alone; a name of the network is never looked up. */
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory ->
              factory
                  .schemaMappers(m -> m.mapPrefix(IDS, "classpath:schema/v1/"))
                  .schemaLoaders(
                      l -> l.values(v -> v.removeIf(UriSchemaLoader.class::isInstance))));

  private static final int MOST_FINDINGS = 50;

  private final SchemaName name;
  private final Class<T> type;
  private volatile JsonSchema schema;

  Codec(SchemaName name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  /** The canonical bytes: compact UTF-8 JSON, members in the order of the type. */
  public byte[] write(T document) {
    try {
      return Json.MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this " + name.file() + " has no JSON form", e);
    }
  }

  /** The hash of the canonical bytes. */
  public Sha256 hash(T document) {
    return Sha256.of(write(document));
  }

  /**
   * Reads a message.
   *
   * @throws MalformedDocument when it breaks the schema or the type, or is not the canonical
   *     spelling
   */
  public T read(byte[] bytes) throws MalformedDocument {
    T document = bind(tree(bytes));
    if (!Arrays.equals(write(document), bytes)) {
      throw new MalformedDocument(
          name.file(), List.of("not the canonical spelling of what it says"));
    }
    return document;
  }

  /**
   * Reads a document that a person wrote, in YAML (JSON is YAML); as strict but for the spelling.
   */
  public T readYaml(byte[] bytes) throws MalformedDocument {
    return bind(yamlTree(bytes, name.file()));
  }

  /** Reads a document that is already a tree. */
  T bind(JsonNode tree) throws MalformedDocument {
    Set<ValidationMessage> messages = schema().validate(tree);
    if (!messages.isEmpty()) {
      throw new MalformedDocument(
          name.file(),
          messages.stream()
              .limit(MOST_FINDINGS)
              .map(m -> m.getInstanceLocation() + " " + finding(m))
              .toList());
    }
    try {
      return Json.MAPPER.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw new MalformedDocument(name.file(), List.of(path(e) + " " + cause(e)));
    } catch (JsonProcessingException e) {
      throw new MalformedDocument(name.file(), List.of("cannot be read"));
    }
  }

  static JsonNode yamlTree(byte[] bytes, String what) throws MalformedDocument {
    try {
      JsonNode tree = Json.YAML.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw new MalformedDocument(what, List.of("the document is empty"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new MalformedDocument(what, List.of(position(e) + "not well-formed YAML"));
    } catch (IOException e) {
      throw new MalformedDocument(what, List.of("cannot be read"));
    }
  }

  private JsonNode tree(byte[] bytes) throws MalformedDocument {
    try {
      JsonNode tree = Json.MAPPER.readTree(bytes);
      if (tree == null || tree.isMissingNode()) {
        throw new MalformedDocument(name.file(), List.of("the document is empty"));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new MalformedDocument(name.file(), List.of(position(e) + "not well-formed JSON"));
    } catch (IOException e) {
      throw new MalformedDocument(name.file(), List.of("cannot be read"));
    }
  }

  private JsonSchema schema() {
    JsonSchema known = schema;
    if (known == null) {
      known = SCHEMAS.getSchema(SchemaLocation.of(IDS + name.file() + ".schema.json"));
      known.initializeValidators();
      schema = known;
    }
    return known;
  }

  /** Keyword and property, never the offending value. */
  private static String finding(ValidationMessage message) {
    String property = message.getProperty();
    return switch (message.getType()) {
      case "required" -> "lacks " + property;
      case "additionalProperties", "unevaluatedProperties" -> "has an unknown field " + property;
      case "type" -> "has the wrong type";
      case "enum", "const" -> "is not one of the known words";
      case "pattern" -> "does not have the required form";
      default -> "breaks the rule \"" + message.getType() + "\"";
    };
  }

  private static String position(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : "line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": ";
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference r : e.getPath()) {
      path.append('/').append(r.getFieldName() != null ? r.getFieldName() : r.getIndex());
    }
    return path.toString();
  }

  /** The house's own types explain themselves without values; all other causes are told as one. */
  private static String cause(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
        ? own.getMessage()
        : "is not of the required kind";
  }
}
