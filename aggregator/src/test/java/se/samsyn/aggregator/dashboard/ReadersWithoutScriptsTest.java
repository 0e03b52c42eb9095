package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Audience;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.access.WhoMay;

/**
 * Every page of those who read, with scripts off: whole, and every task can be done. The pages are
 * those of the table of who may see what, so that a new one is not forgotten here.
 */
class ReadersWithoutScriptsTest {
  private static final String LATEST = "/collections/" + SampleTables.LATEST;

  /** Path templates, with the addresses that stand for them. */
  private static final Map<String, List<String>> PAGES =
      Map.of(
          "/", List.of("/"),
          "/help", List.of("/help"),
          "/feed", List.of("/feed"),
          "/own", List.of("/own"),
          "/collections", List.of("/collections"),
          "/collections/{collection}", List.of(LATEST, "/collections/" + SampleTables.OPEN),
          "/collections/{collection}/notes", List.of(LATEST + "/notes"));

  /** What a browser saves or another program reads. */
  private static final Set<String> FILES =
      Set.of(
          "/collections/{collection}/charts/{figure}",
          "/collections/{collection}/charts/{figure}/png",
          "/collections/{collection}/charts/{figure}/map");

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @AutoClose private static final Browser browser = new Browser();

  @BeforeAll
  static void start() {
    aggregator.visitor(Role.AGENCY);
  }

  @Test
  void everyPageOfTheTableIsWalked() {
    assertThat(
            WhoMay.table().stream()
                .filter(l -> l.method() == HttpMethod.GET && !l.template().startsWith("/api/"))
                .filter(
                    l ->
                        Set.of(Audience.READERS, Audience.ACCOUNTS, Audience.OWN_AGENCY)
                            .contains(l.audience()))
                .map(WhoMay.Line::template)
                .filter(t -> !FILES.contains(t))
                .collect(Collectors.toSet()))
        .isEqualTo(PAGES.keySet());
  }

  @ParameterizedTest(name = "{0}, {1} x {2}, {3}")
  @CsvSource({
    "STEERING, 1280, 900, sv",
    "STEERING, 390, 844, en",
    "AGENCY, 1280, 900, en",
    "AGENCY, 390, 844, sv"
  })
  void everyPageIsWholeWithoutScripts(Role role, int width, int height, String language) {
    int walked = 0;
    try (Browser.Window window = browser.window(aggregator.address(), width, height, false)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn(role.word(), aggregator.password(role));
      for (WhoMay.Line line : WhoMay.table()) {
        if (isFor(role, line)) {
          for (String path : PAGES.get(line.template())) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
            assertWhole(page, path);
            walked++;
          }
        }
      }
    }
    assertThat(walked).isGreaterThanOrEqualTo(role == Role.AGENCY ? 2 : 7);
  }

  @Test
  void aFeedIsMadeAndTakenAwayWithoutScripts() {
    try (Browser.Window window = browser.window(aggregator.address(), 390, 844, false)) {
      Page page = window.page();
      window.logIn("steering", aggregator.password(Role.STEERING));
      page.locator("a[href='/feed']").first().click();
      page.click("main button[name=make]");
      assertThat(page.inputValue("#address")).contains("/feed/");
      page.navigate("/feed");
      page.click("main button[name=revoke]");
      assertThat(page.locator("#address").count()).isZero();
    }
  }

  @Test
  void afterATaskAxeFindsNothingEither() {
    try (Browser.Window window = browser.window(aggregator.address(), 390, 844, true)) {
      Page page = window.page();
      page.navigate("/login");
      page.fill("#name", "steering");
      page.fill("#password", "not the password");
      page.click("main button[type=submit]");
      window.look("login-wrong");
      window.logIn("steering", aggregator.password(Role.STEERING));
      page.navigate("/feed");
      page.click("main button[name=make]");
      window.look("feed-made");
      page.navigate("/own");
      window.look("own");
      page.navigate(LATEST + "/notes?about=assessed");
      page.locator("#text").evaluate("e => { e.required = false; }");
      page.click("main button[type=submit]");
      window.look("notes-wrong");
    }
  }

  private static boolean isFor(Role role, WhoMay.Line line) {
    return line.method() == HttpMethod.GET
        && PAGES.containsKey(line.template())
        && (line.audience() == Audience.ACCOUNTS
            || line.audience() == (role == Role.AGENCY ? Audience.OWN_AGENCY : Audience.READERS));
  }

  private static void assertWhole(Page page, String path) {
    assertThat(page.locator("h1").first().isVisible()).as(path).isTrue();
    for (Locator table : page.locator("main table").all()) {
      boolean folded = table.locator("xpath=ancestor::details[not(@open)]").count() > 0;
      assertThat(table.isVisible() || folded).as(path).isTrue();
      assertThat(table.locator("tbody td").first().textContent()).as(path).isNotBlank();
    }
    // What a script draws stays out of the way; nothing else waits for one.
    assertThat(page.locator("main [hidden]:not(.chart)").count()).as(path).isZero();
    assertThat(page.locator(".chart:visible").count()).as(path).isZero();
    assertThat(page.locator("[onclick], [href^='javascript:'], main button[type=button]").count())
        .as(path)
        .isZero();
    for (Locator form : page.locator("form").all()) {
      assertThat(form.locator("button[type=submit]").count()).as(path).isPositive();
    }
    for (Locator bars : page.locator("table.one tbody tr:has(svg.bar)").all()) {
      assertThat(bars.locator(".text").textContent()).as(path).isNotBlank();
    }
    assertThat(page.locator("main details > summary").allTextContents())
        .as(path)
        .noneMatch(String::isBlank);
  }
}
