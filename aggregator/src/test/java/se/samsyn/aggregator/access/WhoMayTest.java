package se.samsyn.aggregator.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.dashboard.SampleTables;

/** The table of who may what against the routes that exist, and every endpoint by everybody. */
class WhoMayTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @Test
  void everyEndpointIsInTheTableAndNothingElse() {
    Set<String> routes =
        aggregator
            .bean(Router.class)
            .uriRoutes()
            .filter(r -> r.getHttpMethod() != HttpMethod.HEAD)
            .filter(r -> r.getHttpMethod() != HttpMethod.OPTIONS)
            .map(r -> r.getHttpMethod() + " " + r.getUriMatchTemplate().toPathString())
            .collect(Collectors.toSet());
    Set<String> listed =
        WhoMay.table().stream()
            .map(l -> l.method() + " " + l.template())
            .collect(Collectors.toSet());
    assertThat(routes).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void nobodyGetsNothingButWhatIsForAnybody() {
    for (WhoMay.Line line : WhoMay.table()) {
      HttpResponse<String> answer = ask(aggregator.visitor(), line, "application/json");
      if (line.audience().needsLogin()) {
        assertThat(answer.statusCode()).as(line.toString()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("Alvlanda");
      } else {
        assertThat(answer.statusCode()).as(line.toString()).isNotIn(401, 302, 303);
      }
    }
  }

  @Test
  void eachRoleGetsWhatIsForItAndNoMore() {
    for (Role role : Role.values()) {
      Visitor visitor = aggregator.visitor(role);
      for (WhoMay.Line line : WhoMay.table()) {
        HttpResponse<String> answer = ask(visitor, line, "application/json");
        boolean admitted =
            line.audience().roles().isEmpty() || line.audience().roles().contains(role);
        if (admitted && line.method() == HttpMethod.GET && !isSigned(line)) {
          assertThat(answer.statusCode()).as(role + " " + line).isIn(200, 404);
        } else if (!admitted) {
          assertThat(answer.statusCode()).as(role + " " + line).isEqualTo(403);
          assertThat(answer.body()).doesNotContain("Alvlanda");
        }
      }
    }
  }

  @Test
  void aBrowserWithoutALoginIsLedToIt() {
    HttpResponse<String> answer = aggregator.visitor().get("/collections/" + SampleTables.LATEST);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).contains("/login");
  }

  @Test
  void whoIsNotLoggedInDoesNotLearnWhatExists() {
    Visitor nobody = aggregator.visitor();
    assertThat(nobody.request("GET", "/nowhere", "application/json").statusCode())
        .isEqualTo(nobody.request("GET", "/help", "application/json").statusCode());
  }

  @Test
  void anEndpointThatIsNotListedIsForNobody() {
    assertThat(WhoMay.audience(HttpMethod.GET, "/beans")).isEmpty();
    assertThat(WhoMay.audience(HttpMethod.DELETE, "/collections/{collection}")).isEmpty();
    assertThat(aggregator.visitor(Role.COORDINATOR).get("/beans").statusCode()).isEqualTo(404);
  }

  @Test
  void aForgedTokenIsNobody() {
    Visitor visitor = aggregator.visitor(Role.STEERING);
    visitor.tamper(Cookies.SESSION, v -> v.substring(0, v.length() - 4) + "AAAA");
    assertThat(visitor.request("GET", "/", "application/json").statusCode()).isEqualTo(401);
    Visitor unsigned = aggregator.visitor(Role.STEERING);
    unsigned.tamper(
        Cookies.SESSION,
        v -> "eyJhbGciOiJub25lIn0" + v.substring(v.indexOf('.'), v.lastIndexOf('.') + 1));
    assertThat(unsigned.request("GET", "/", "application/json").statusCode()).isEqualTo(401);
  }

  private static boolean isSigned(WhoMay.Line line) {
    return line.audience() == Audience.SIGNED_AGENT;
  }

  private static HttpResponse<String> ask(Visitor visitor, WhoMay.Line line, String accept) {
    String path =
        line.template()
            .replace("{collection}", collection(line).orElse(SampleTables.LATEST))
            .replace("{definition}", "tsi-result")
            .replace("{figure}", "assessed-main")
            .replace("{secret}", "x".repeat(43))
            .replace("{manifest}", "0".repeat(64))
            .replace("{step}", "seed")
            .replace("{from}", "skolan")
            .replace("{to}", "varden")
            .replace("{number}", "0")
            .replace("{selector}", "liveness")
            .replace("{name}", "icon.svg");
    return visitor.request(line.method().name(), path, accept + ",*/*;q=0.1");
  }

  private static Optional<String> collection(WhoMay.Line line) {
    return line.template().endsWith("/close") ? Optional.of(SampleTables.OPEN) : Optional.empty();
  }
}
