package se.samsyn.disclosure.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** In which line of a YAML file each value stands, by its JSON Pointer. */
final class PlacesInYaml {
  private PlacesInYaml() {}

  static Map<String, Integer> lines(YAMLMapper mapper, byte[] yaml) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = mapper.createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        // The place of a field's name is nearer to what is wrong than that of its value.
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }
}
