package se.samsyn.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.access.WhoMay;
import se.samsyn.aggregator.dashboard.SampleTables;

/** The files as a program reads them. */
class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Closed without an agency, so that every state but one occurs. */
  private static final String TABLES = "/api/v1/collections/alvlanda-vt2025/tables/";

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  private static Visitor reader;

  @BeforeAll
  static void start() {
    reader = aggregator.visitor(Role.STEERING);
  }

  @Test
  void csvHasARowPerNumberAndASuppressedOneIsNeverZeroOrEmpty() throws IOException {
    List<NamedCsvRecord> rows = csv("notifications");
    Set<String> states = new HashSet<>();
    for (NamedCsvRecord row : rows) {
      String value = row.getField("value");
      String state = row.getField("state");
      states.add(state);
      switch (state) {
        case "value" ->
            assertThat(value).isEqualTo(row.getField("lower")).isEqualTo(row.getField("upper"));
        case "interval" -> {
          assertThat(value).isEqualTo(row.getField("lower") + "–" + row.getField("upper"));
          assertThat(number(row, "lower")).isLessThan(number(row, "upper"));
        }
        case "suppressed" -> assertThat(value).isEqualTo("..");
        case "not-reported" -> assertThat(value).isEqualTo("...");
        default -> assertThat(value).isEqualTo(".");
      }
    }
    assertThat(states).contains("value", "interval", "suppressed", "not-reported");
    assertThat(rows.get(0).getHeader())
        .containsExactly(
            "municipality", "sex", "age", "actor", "measure", "value", "lower", "upper", "state");
  }

  @Test
  void csvUsesTheLineEndsOfItsStandardAndPointsAtItsMetadata() throws IOException {
    HttpResponse<String> answer = get("tsi-result/csv");
    assertThat(answer.body().lines().count()).isEqualTo(answer.body().split("\r\n").length);
    assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    assertThat(answer.headers().firstValue("link")).contains("<csv-metadata>; rel=\"describedby\"");
    JsonNode metadata = JSON.readTree(get("tsi-result/csv-metadata").body());
    assertThat(metadata.at("/tableSchema/columns"))
        .extracting(c -> c.get("name").asText())
        .containsExactlyElementsOf(csv("tsi-result").get(0).getHeader());
    assertThat(metadata.get("urn:samsyn:not-reported").get(0).asText()).isEqualTo("Första linjen");
    for (String field : List.of("dc:title", "dc:description", "dc:temporal", "dc:modified")) {
      assertThat(metadata.get(field).asText()).as(field).isNotEmpty();
    }
  }

  @Test
  void jsonStatHoldsTogether() throws IOException {
    JsonNode data = JSON.readTree(get("notifications/json-stat").body());
    assertThat(data.get("version").asText()).isEqualTo("2.0");
    assertThat(data.get("class").asText()).isEqualTo("dataset");
    int cells = 1;
    for (int i = 0; i < data.get("id").size(); i++) {
      JsonNode category = data.get("dimension").get(data.get("id").get(i).asText()).get("category");
      assertThat(category.get("index").size()).isEqualTo(data.get("size").get(i).asInt());
      assertThat(category.get("label").size()).isEqualTo(data.get("size").get(i).asInt());
      cells *= data.get("size").get(i).asInt();
    }
    assertThat(data.get("value").size()).isEqualTo(cells);
    for (int i = 0; i < cells; i++) {
      JsonNode status = data.get("status").get(Integer.toString(i));
      assertThat(data.get("value").get(i).isNull()).isEqualTo(status != null);
      if (status != null) {
        assertThat(status.asText()).matches("\\.{1,3}|[0-9.]+-[0-9.]+");
      }
    }
    assertThat(data.at("/extension/notReported/0").asText()).isEqualTo("Första linjen");
    assertThat(data.at("/dimension/municipality/category/child/_T").size()).isPositive();
  }

  @Test
  void bothFormatsSayTheSame() throws IOException {
    List<NamedCsvRecord> rows = csv("tsi-support");
    JsonNode data = JSON.readTree(get("tsi-support/json-stat").body());
    assertThat(rows).hasSize(data.get("value").size());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode value = data.get("value").get(i);
      if (value.isNull()) {
        assertThat(data.get("status").get(Integer.toString(i)).asText())
            .isEqualTo(rows.get(i).getField("value").replace('–', '-'));
      } else {
        assertThat(value.asDouble()).isEqualTo(number(rows.get(i), "value"));
      }
    }
  }

  @Test
  void anOpenCollectionAndWhatDoesNotExistHaveNoFiles() {
    for (String path :
        List.of(
            SampleTables.OPEN + "/tables/tsi-result", "nowhere/tables/tsi-result", "x/tables/y")) {
      for (String format : List.of("csv", "csv-metadata", "json-stat")) {
        assertThat(reader.get("/api/v1/collections/" + path + "/" + format).statusCode())
            .as(path)
            .isEqualTo(404);
      }
    }
    assertThat(reader.get("/api/v1/collections").body()).doesNotContain(SampleTables.OPEN);
  }

  @Test
  void theDescriptionListsEveryProgrammingEndpoint() {
    String description = reader.get("/api/v1/openapi.yml").body();
    WhoMay.table().stream()
        .map(WhoMay.Line::template)
        .filter(t -> t.startsWith("/api/v1/") && !t.endsWith("openapi.yml"))
        .forEach(t -> assertThat(description).contains("\n  " + t + ":"));
  }

  private static HttpResponse<String> get(String path) {
    HttpResponse<String> answer = reader.get(TABLES + path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static List<NamedCsvRecord> csv(String definition) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(get(definition + "/csv").body())) {
      return csv.stream().toList();
    }
  }

  private static double number(NamedCsvRecord row, String field) {
    return Double.parseDouble(row.getField(field));
  }
}
