package se.samsyn.disclosure.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run did, in JSON for programs and in words for people. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final StringBuilder words = new StringBuilder();

  Report with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  Report say(String line) {
    words.append(line).append('\n');
    return this;
  }

  String words() {
    return words.toString();
  }

  void write(OutputFiles files, Path out) throws IOException {
    files.write(OutputFiles.beside(out, ".report.json"), json());
    files.write(OutputFiles.beside(out, ".report.txt"), words());
  }

  private String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures have a JSON form", e);
    }
  }

  /** Seconds with three decimals, as reports show them. */
  static double seconds(long since) {
    return Math.round((System.nanoTime() - since) / 1e6) / 1e3;
  }
}
