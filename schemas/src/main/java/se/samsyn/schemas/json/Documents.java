package se.samsyn.schemas.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import se.samsyn.schemas.catalogue.CodeList;
import se.samsyn.schemas.definition.Definition;

/**
 * The YAML documents that people write in more than one file: definitions with code lists beside
 * them.
 */
public final class Documents {
  private Documents() {}

  /**
   * Reads a code list.
   *
   * @throws MalformedDocument when it is not one
   */
  public static CodeList codeList(byte[] yaml) throws MalformedDocument {
    return new Codec<>(SchemaName.CODE_LIST, CodeList.class).readYaml(yaml);
  }

  /**
   * Reads a definition, and puts the codes of {@code lists} where a dimension names a code list.
   *
   * @throws MalformedDocument when it is not a definition or names a list that is not there
   */
  public static Definition definition(byte[] yaml, Map<String, CodeList> lists)
      throws MalformedDocument {
    JsonNode tree = Codec.yamlTree(yaml, "definition");
    if (tree.get("dimensions") instanceof ArrayNode dimensions) {
      for (int i = 0; i < dimensions.size(); i++) {
        if (dimensions.get(i) instanceof ObjectNode dimension && dimension.has("codeList")) {
          resolve(dimension, lists, "/dimensions/" + i);
        }
      }
    }
    return Codecs.DEFINITION.bind(tree);
  }

  private static void resolve(ObjectNode dimension, Map<String, CodeList> lists, String where)
      throws MalformedDocument {
    if (dimension.has("codes")) {
      throw new MalformedDocument(
          "definition", List.of(where + " has both codes and codeList; keep one"));
    }
    CodeList list = lists.get(dimension.remove("codeList").asText());
    if (list == null) {
      throw new MalformedDocument(
          "definition", List.of(where + "/codeList names a code list that is not there"));
    }
    try {
      dimension.set("codes", Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(list.codes())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes have a JSON form", e);
    } catch (java.io.IOException e) {
      throw new IllegalStateException("reading from memory does not fail", e);
    }
  }
}
