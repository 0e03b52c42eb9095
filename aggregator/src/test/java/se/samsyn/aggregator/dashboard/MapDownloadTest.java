package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;

/** The map of areas as a file for a slide: linked where there is one, of what is released only. */
class MapDownloadTest {
  private static final String CHARTS = "/collections/" + SampleTables.LATEST + "/charts/";

  /** Two of the samples' municipalities: fewer make no map. */
  private static final String AREAS =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": "0114"}, "geometry": {"type": "Polygon",
          "coordinates": [[[17, 59], [18, 59], [18, 60], [17, 59]]]}},
        {"type": "Feature", "properties": {"code": "0115"}, "geometry": {"type": "Polygon",
          "coordinates": [[[18, 59], [19, 59], [19, 60], [18, 59]]]}}]}
      """;

  @RegisterExtension
  private static final TestAggregator aggregator = TestAggregator.withSamples(AREAS);

  @Test
  void readersTakeItFromThePageInTheirLanguage() {
    for (Role role : List.of(Role.STEERING, Role.COORDINATOR)) {
      var visitor = aggregator.visitor(role);
      String path = linked(visitor.get("/collections/" + SampleTables.LATEST).body());
      HttpResponse<String> map = visitor.get(path);
      assertThat(map.statusCode()).isEqualTo(200);
      assertThat(map.headers().firstValue("content-type").orElse("")).startsWith("image/svg+xml");
      assertThat(map.headers().firstValue("content-disposition").orElse(""))
          .startsWith("attachment;")
          .endsWith("-map.svg\"");
      assertThat(map.body())
          .contains("TSI Alvlanda", "Ju mörkare, desto högre andel.", "Upplands Väsby");
      assertThat(visitor.get(path + "?lang=en").body())
          .contains("The darker, the higher the share.");
    }
  }

  @Test
  void nobodyElseGetsItAndNothingIsThereBeforeARelease() {
    var reader = aggregator.visitor(Role.STEERING);
    String path = linked(reader.get("/collections/" + SampleTables.LATEST).body());
    assertThat(aggregator.visitor(Role.AGENCY).get(path).statusCode()).isEqualTo(403);
    assertThat(aggregator.visitor().request("GET", path, "image/svg+xml").statusCode())
        .isEqualTo(401);
    for (Role role : List.of(Role.STEERING, Role.COORDINATOR)) {
      var visitor = aggregator.visitor(role);
      assertThat(visitor.get(path.replace(SampleTables.LATEST, SampleTables.OPEN)).statusCode())
          .as("not released, even to %s", role)
          .isEqualTo(404);
      assertThat(visitor.get(CHARTS + "assessed-main/map").statusCode())
          .as("a figure without a map")
          .isEqualTo(404);
      assertThat(visitor.get(CHARTS + "nothing/map").statusCode()).isEqualTo(404);
    }
  }

  private static String linked(String page) {
    var link =
        Pattern.compile("href=\"(" + CHARTS + "areas-[a-z0-9-]+/map)\" download").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}
