package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;

/**
 * The pages as a person meets them: in a browser, on a desk and on a phone, with and without
 * scripts.
 */
class PagesInBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/help",
          "/collections/" + SampleTables.LATEST,
          "/collections/" + SampleTables.OPEN,
          "/collections/" + SampleTables.OPEN + "/close",
          "/coordinator",
          "/nowhere");

  private static TestAggregator aggregator;
  private static Browser browser;

  @BeforeAll
  static void start() {
    aggregator = TestAggregator.start(SampleTables.ENVIRONMENT);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    aggregator.close();
  }

  @ParameterizedTest(name = "{0} x {1}, {2}")
  @CsvSource({"1280, 900, sv", "390, 844, en"})
  void axeFindsNothingOnAnyPage(int width, int height, String language) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, true)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      assertAccessible(page);
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      for (String path : PAGES) {
        page.navigate(path);
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        assertAccessible(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
            .as("%s does not scroll sideways at %d", path, width)
            .isLessThanOrEqualTo(width);
        keep(page, width, language, path);
      }
    }
  }

  private static void assertAccessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(page.url())
        .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
        .isEmpty();
  }

  /** {@code -Dsamsyn.screenshots=FOLDER} keeps what was seen. */
  private static void keep(Page page, int width, String language, String path) {
    String folder = System.getProperty("samsyn.screenshots", "");
    if (!folder.isEmpty()) {
      String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + language + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setType(ScreenshotType.PNG)
              .setPath(Path.of(folder, name)));
    }
  }

  @Test
  void chartsAreDrawnAndTheContentSecurityPolicyHasNothingToBlock() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, true)) {
      window.logIn("steering", aggregator.password(Role.STEERING));
      window.page().navigate("/collections/" + SampleTables.LATEST);
      assertThat(window.page().locator(".chart canvas").count()).isGreaterThanOrEqualTo(5);
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void withoutScriptsThePageHasItsTablesAndBars() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, false)) {
      window.logIn("steering", aggregator.password(Role.STEERING));
      Page page = window.page();
      page.navigate("/collections/" + SampleTables.LATEST);
      for (String question : List.of("assessed", "received", "content", "actors", "result")) {
        var figure = page.locator("section[aria-labelledby='" + question + "'] table").first();
        assertThat(figure.isVisible()).as(question).isTrue();
        assertThat(figure.locator("tbody td .text").count()).as(question).isPositive();
        assertThat(figure.locator("tbody td svg.bar").first().isVisible()).as(question).isTrue();
      }
      keep(page, 1280, "sv-noscript", "/collections/latest");
    }
  }

  @Test
  void anInlineScriptDoesNotRun() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, true)) {
      Page page = window.page();
      page.navigate("/login");
      page.evaluate(
          """
          () => {
            const script = document.createElement('script');
            script.textContent = 'document.title = "taken over"';
            document.body.append(script);
          }
          """);
      assertThat(page.title()).doesNotContain("taken over");
      assertThat(window.complaints()).anyMatch(c -> c.contains("Content Security Policy"));
    }
  }

  @Test
  void theWholePageCanBeReachedByKeyboardFromTheSkipLink() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, true)) {
      window.logIn("steering", aggregator.password(Role.STEERING));
      Page page = window.page();
      page.navigate("/collections/" + SampleTables.LATEST);
      page.keyboard().press("Tab");
      assertThat((String) page.evaluate("document.activeElement.className")).isEqualTo("skip");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(
              (Boolean)
                  page.evaluate("document.querySelector('main').contains(document.activeElement)"))
          .isTrue();
    }
  }

  @Test
  void languageIsRememberedAndSwedishComesFirst() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, true)) {
      Page page = window.page();
      page.navigate("/login");
      assertThat(page.textContent("h1")).isEqualTo("Logga in");
      page.click("nav a[hreflang=en]");
      assertThat(page.textContent("h1")).isEqualTo("Log in");
      page.navigate("/login");
      assertThat(page.textContent("h1")).isEqualTo("Log in");
    }
  }
}
