package se.samsyn.aggregator.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.dashboard.SampleTables;

/** Logging in and out, and what attackers try with it. */
class LoginTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer =
        aggregator.visitor().logIn("steering", aggregator.password(Role.STEERING));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().allValues("set-cookie"))
        .anySatisfy(
            c ->
                assertThat(c)
                    .startsWith("samsyn-session=")
                    .containsIgnoringCase("httponly")
                    .contains("SameSite=Strict")
                    .doesNotContain("Secure"));
  }

  @Test
  void overTheNetworkTheCookieIsSecure() {
    assertThat(Cookies.isLoopbackName("localhost:8420")).isTrue();
    assertThat(Cookies.isLoopbackName("127.0.0.1")).isTrue();
    assertThat(Cookies.isLoopbackName("[::1]:8420")).isTrue();
    assertThat(Cookies.isLoopbackName("samsyn.example.se")).isFalse();
    assertThat(Cookies.isLoopbackName("localhost.example.se")).isFalse();
    assertThat(Cookies.isLoopbackName("")).isFalse();
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    HttpResponse<String> wrong = aggregator.visitor().logIn("steering", "no");
    HttpResponse<String> unknown = aggregator.visitor().logIn("nobody-here", "no");
    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(message(wrong)).isEqualTo(message(unknown)).isNotEmpty();
    aggregator.visitor().logIn("steering", aggregator.password(Role.STEERING));
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    Visitor visitor = aggregator.visitor(Role.COORDINATOR);
    String close = "/collections/" + SampleTables.OPEN + "/close";
    assertThat(visitor.post(close, Map.of("confirm", "on")).statusCode()).isEqualTo(403);
    assertThat(visitor.post(close, Map.of("confirm", "on", "form", "x")).statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    assertThat(
            aggregator
                .visitor()
                .post(
                    "/login",
                    Map.of("name", "steering", "password", aggregator.password(Role.STEERING)))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void afterLoggingOutThePageIsClosed() {
    Visitor visitor = aggregator.visitor(Role.STEERING);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    assertThat(visitor.submit("/", "/logout", Map.of()).statusCode()).isEqualTo(303);
    assertThat(visitor.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void pagesAreNotKeptByBrowsersAndSayWhatBrowsersMayDo() {
    HttpResponse<String> page = aggregator.visitor(Role.STEERING).get("/");
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(page.headers().firstValue("referrer-policy")).contains("same-origin");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
  }

  @Test
  void passwordsAreStoredAsSlowSaltedHashes() {
    for (Account account : aggregator.bean(AccountRepository.class).findAll()) {
      assertThat(account.iterations()).isGreaterThanOrEqualTo(210_000);
      assertThat(account.salt()).hasSize(16);
      String password = aggregator.password(account.role());
      assertThat(account.password().matches(password.toCharArray())).isTrue();
      assertThat(account.password().matches((password + " ").toCharArray())).isFalse();
    }
    assertThat(aggregator.bean(AccountRepository.class).findAll())
        .extracting(Account::salt)
        .doesNotHaveDuplicates();
  }

  @Test
  void firstAccountsAreMadeOnlyOnce() {
    assertThat(aggregator.bean(FirstAccounts.class).create()).isEmpty();
  }

  private static String message(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*role=\"alert\"[^>]*>([^<]*)<.*", "$1");
  }
}
