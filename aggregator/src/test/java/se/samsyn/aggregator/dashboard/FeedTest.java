package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;

/** A feed reader, which knows an address and cannot log in. */
class FeedTest {
  private static final Pattern ADDRESS = Pattern.compile("/feed/[A-Za-z0-9_-]{43}");

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @Test
  void anAddressOpensTheFeedUntilItIsRenewedOrRemoved() throws Exception {
    Visitor steering = aggregator.visitor(Role.STEERING);
    Visitor reader = aggregator.visitor();
    String first = made(steering);
    var feed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    reader.get(first).body().getBytes(StandardCharsets.UTF_8)));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(4);
    assertThat(feed.getElementsByTagName("link").item(0).getAttributes().item(0).getNodeValue())
        .startsWith("http://");
    assertThat(reader.get(first + "?lang=sv").body())
        .contains("Rättelse: Skolan har rättat")
        .doesNotContain("Barn som bedömts");
    assertThat(steering.get("/feed").body()).doesNotContain(first);

    String second = made(steering);
    assertThat(reader.get(first).statusCode()).isEqualTo(404);
    assertThat(reader.get(second).statusCode()).isEqualTo(200);
    steering.submit("/feed", "/feed", Map.of("revoke", "on"));
    assertThat(reader.get(second).statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressIsNoLoginAndAGuessOpensNothing() {
    Visitor coordinator = aggregator.visitor(Role.COORDINATOR);
    String address = made(coordinator);
    Visitor reader = aggregator.visitor();
    reader.get(address);
    assertThat(reader.request("GET", "/", "application/json").statusCode()).isEqualTo(401);
    String other = address.substring(0, address.length() - 1) + (address.endsWith("A") ? "B" : "A");
    assertThat(reader.get(other).statusCode()).isEqualTo(404);
    assertThat(reader.get("/feed/x").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSiteMakesNoAddress() {
    Visitor steering = aggregator.visitor(Role.STEERING);
    var answer = steering.post("/feed", Map.of("make", "on"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(ADDRESS.matcher(answer.body()).find()).isFalse();
  }

  private static String made(Visitor visitor) {
    Matcher address =
        ADDRESS.matcher(visitor.submit("/feed", "/feed", Map.of("make", "on")).body());
    assertThat(address.find()).isTrue();
    return address.group();
  }
}
