package se.samsyn.aggregator.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.dashboard.SealedSamples;

/** The files of sealed tables as a program reads them. */
class SealedExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COUNTY = SealedSamples.COUNTY + "/tables/county-assessed/";

  @RegisterExtension
  private static final TestAggregator aggregator = TestAggregator.withSealedSamples();

  private static Visitor reader;

  @BeforeAll
  static void start() {
    reader = aggregator.visitor(Role.STEERING);
  }

  @Test
  void csvHasRowsForWhatWasOpenedOnly() throws IOException {
    List<NamedCsvRecord> rows = csv(COUNTY);
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.getField("state")).isEqualTo("value");
              assertThat(row.getField("actor")).isEqualTo("_T");
              assertThat(Long.parseLong(row.getField("value"))).isNotNegative();
              assertThat(row.getField("sex").equals("_T") || row.getField("age").equals("_T"))
                  .as("no crosses of attributes")
                  .isTrue();
            });
    assertThat(rows)
        .extracting(r -> r.getField("municipality"))
        .contains("_T", "g1", "9915")
        .doesNotContain("9901");
  }

  @Test
  void everyGroupHasItsMembersInTheMetadata() throws IOException {
    JsonNode metadata = JSON.readTree(get(COUNTY + "csv-metadata").body());
    JsonNode groups = metadata.get("urn:samsyn:groups");
    assertThat(groups).isNotEmpty();
    JsonNode first = group(groups, "urn:samsyn:code", "g11");
    assertThat(first.get("urn:samsyn:dimension").asText()).isEqualTo("municipality");
    assertThat(first.get("rdfs:label").asText()).isEqualTo("Bo, By och Dal tillsammans");
    assertThat(first.get("urn:samsyn:members"))
        .extracting(JsonNode::asText)
        .containsExactly("9901", "9902", "9903");
    assertThat(metadata.get("urn:samsyn:protection").asText()).contains("minst sex barn");
    assertThat(metadata.get("rdfs:comment").get(0).asText()).startsWith("Förseglad insamling.");
    for (NamedCsvRecord row : csv(COUNTY)) {
      String unit = row.getField("municipality");
      if (unit.startsWith("g")) {
        assertThat(group(groups, "urn:samsyn:code", unit)).as(unit).isNotNull();
      }
    }
  }

  @Test
  void jsonStatHasTheFullCubeAndSaysTheSame() throws IOException {
    JsonNode data = JSON.readTree(get(COUNTY + "json-stat").body());
    int cells = 1;
    for (int i = 0; i < data.get("id").size(); i++) {
      JsonNode category = data.get("dimension").get(data.get("id").get(i).asText()).get("category");
      assertThat(category.get("index").size()).isEqualTo(data.get("size").get(i).asInt());
      cells *= data.get("size").get(i).asInt();
    }
    assertThat(data.get("value").size()).isEqualTo(cells);
    int known = 0;
    for (int i = 0; i < cells; i++) {
      JsonNode status = data.get("status").get(Integer.toString(i));
      assertThat(data.get("value").get(i).isNull()).isEqualTo(status != null);
      if (status == null) {
        known++;
      } else {
        assertThat(status.asText()).isEqualTo(".");
      }
    }
    assertThat(known).isEqualTo(csv(COUNTY).size());
    assertThat(data.at("/dimension/actor/category/index")).hasSize(1);
    assertThat(data.at("/extension/sealed").asBoolean()).isTrue();
    assertThat(group(data.at("/extension/groups"), "code", "g11").get("members")).hasSize(3);
    assertThat(data.at("/dimension/municipality/category/label/g11").asText())
        .isEqualTo("Bo, By och Dal tillsammans");
    assertThat(data.get("note")).extracting(JsonNode::asText).anyMatch(n -> n.contains("(.)"));
  }

  @Test
  void whereNothingWasOpenedTheWholeIsHiddenAndNothingElseIsThere() throws IOException {
    List<NamedCsvRecord> rows = csv(SealedSamples.CLOSED + "/tables/small-assessed/");
    assertThat(rows).isNotEmpty().allMatch(r -> r.getField("state").equals("suppressed"));
    assertThat(rows).allMatch(r -> r.getField("value").equals(".."));
  }

  @Test
  void amountsAndWhatIsMadeOfThemHaveRowsAsFarAsTheyWereOpened() throws IOException {
    List<NamedCsvRecord> rows = csv(SealedSamples.COSTS + "/tables/county-placements/");
    long counts = rows.stream().filter(r -> r.getField("measure").equals("children")).count();
    long costs = rows.stream().filter(r -> r.getField("measure").equals("cost")).count();
    long means = rows.stream().filter(r -> r.getField("measure").equals("mean-cost")).count();
    assertThat(costs).isPositive().isLessThanOrEqualTo(counts);
    // Nobody costs nothing, and has no mean.
    assertThat(rows)
        .anyMatch(
            r -> r.getField("municipality").equals("9911") && r.getField("value").equals("0"));
    assertThat(means).isPositive().isLessThan(costs);
  }

  private static JsonNode group(JsonNode groups, String field, String code) {
    for (JsonNode group : groups) {
      if (group.get(field).asText().equals(code)) {
        return group;
      }
    }
    return null;
  }

  private static HttpResponse<String> get(String path) {
    HttpResponse<String> answer = reader.get("/api/v1/collections/" + path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static List<NamedCsvRecord> csv(String table) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(get(table + "csv").body())) {
      return csv.stream().toList();
    }
  }
}
