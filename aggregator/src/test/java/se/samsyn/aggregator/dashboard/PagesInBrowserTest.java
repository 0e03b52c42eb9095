package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
          "/collections",
          "/collections/" + SampleTables.LATEST + "/notes",
          "/collections/" + SampleTables.LATEST,
          "/collections/" + SampleTables.OPEN,
          "/collections/" + SampleTables.OPEN + "/close",
          "/feed",
          "/coordinator",
          "/nowhere");

  /** At 96 dots an inch. */
  private static final int A4_WIDTH = 794;

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  @AutoClose private static final Browser browser = new Browser();

  @ParameterizedTest(name = "{0} x {1}, {2}")
  @CsvSource({"1280, 900, sv", "390, 844, en"})
  void axeFindsNothingOnAnyPage(int width, int height, String language) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, true)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.look("login");
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      for (String path : PAGES) {
        page.navigate(path);
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        window.look("page" + path.replaceAll("[^a-z0-9]+", "-"));
      }
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
      window.look("collection");
    }
  }

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}")
  @CsvSource({"1280, 900, sv, true", "1280, 900, en, false", "390, 844, en, true"})
  void anAgencysPeopleSeeTheirPartAndNobodyElses(
      int width, int height, String language, boolean scripts) {
    aggregator.visitor(Role.AGENCY);
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn(Role.AGENCY.word(), aggregator.password(Role.AGENCY));
      assertThat(page.url()).endsWith("/own");
      window.look("own");
      assertThat(page.locator("main table").count()).isPositive();
      // The others are named where they have not reported, but have no numbers of their own.
      assertThat(page.locator("main th").allTextContents())
          .noneMatch(t -> t.contains("Socialtjänsten") || t.contains("Social services"));
      page.click("nav a[href='/help']");
      window.look("own-help");
      for (String path : List.of("/", "/coordinator")) {
        assertThat(page.navigate(path).status()).isEqualTo(403);
        window.look("own-refused");
      }
    }
  }

  @Test
  void onPaperAChartThatWasDrawnForAScreenIsNeitherCutNorLost() {
    try (Browser.Window window = browser.window(aggregator.address(), 1280, 900, true)) {
      window.logIn("steering", aggregator.password(Role.STEERING));
      Page page = window.page();
      page.navigate("/");
      assertThat(page.locator(".chart canvas").count()).isPositive();
      // Seven when each question had a page for itself.
      assertThat(pages(window.print("front"))).isLessThanOrEqualTo(5);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.setViewportSize(A4_WIDTH, 1123);
      // Two frames: a chart is drawn again when its size has changed.
      page.evaluate("new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))");
      assertThat(
              (Boolean)
                  page.evaluate(
                      """
                      () => [...document.querySelectorAll('.chart canvas')].every(
                        c => c.clientHeight > 100 && c.clientWidth > 100 && c.clientWidth <= c.closest('.figure').clientWidth)
                      """))
          .isTrue();
    }
  }

  @Test
  void onPaperThatBelongsTogetherStaysTogether() {
    try (Browser.Window window = browser.window(aggregator.address(), A4_WIDTH, 1123, false)) {
      window.logIn("steering", aggregator.password(Role.STEERING));
      Page page = window.page();
      page.navigate("/collections/" + SampleTables.LATEST);
      window.print("collection");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(styles(page, ".question-title, .sentence, .remarks, .figure h3", "breakAfter"))
          .containsOnly("avoid");
      assertThat(styles(page, "thead", "display")).contains("table-header-group");
      assertThat(styles(page, ".figure", "breakInside")).containsOnly("avoid");
      // A table longer than a page is divided, and has headings that are else for screen readers.
      page.evaluate(
          """
          () => {
            const rows = document.querySelector('table.one > thead.unseen + tbody').rows;
            for (let i = 0; i < 60; i++) rows[0].after(rows[0].cloneNode(true));
          }
          """);
      assertThat(styles(page, ".figure:has(tr:nth-child(60))", "breakInside"))
          .containsExactly("auto");
      assertThat(styles(page, "table:has(tr:nth-child(60)) > thead", "position"))
          .containsExactly("static");
      page.navigate("/");
      assertThat(styles(page, ".question:has(> .chain)", "breakInside")).containsExactly("avoid");
      assertThat(pages(window.print("front-without-scripts"))).isLessThanOrEqualTo(5);
    }
  }

  @SuppressWarnings("unchecked")
  private static java.util.Set<String> styles(Page page, String what, String property) {
    return new java.util.HashSet<>(
        (List<String>)
            page.locator(what)
                .evaluateAll("(all, p) => all.map(e => getComputedStyle(e)[p])", property));
  }

  /** How many pages a PDF has: what a browser writes does not pack their dictionaries. */
  private static long pages(byte[] pdf) {
    return java.util.regex.Pattern.compile("/Type\\s*/Page\\b")
        .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
        .results()
        .count();
  }

  @ParameterizedTest(name = "{0} x {1}, scripts {2}")
  @CsvSource({"1280, 900, true", "390, 844, false"})
  void aSteeringGroupFindsDefinitionTakesAChartAndWritesWhatItDecided(
      int width, int height, boolean scripts) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      window.logIn("steering", aggregator.password(Role.STEERING));
      for (String question : List.of("assessed", "received", "content", "actors", "result")) {
        var section = page.locator("section[aria-labelledby='" + question + "']");
        assertThat(section.locator(".sentence").textContent()).as(question).isNotBlank();
        assertThat(section.locator(".facts dl").isVisible()).isFalse();
        section.locator(".facts summary").click();
        assertThat(section.locator(".facts dl").textContent())
            .as(question)
            .contains("Version 1, preliminär");
        assertThat(section.locator("a[download]").allTextContents())
            .as(question)
            .anyMatch(t -> t.startsWith("PNG"))
            .anyMatch(t -> t.startsWith("SVG"));
      }
      String note = "Vi <b>börjar</b> tidigare, " + width;
      page.locator("a[href$='/notes?about=received-main']").click();
      assertThat(page.locator("#about").inputValue()).isEqualTo("received-main");
      page.selectOption("#step", "plan");
      page.fill("#text", note);
      page.click("main button[type=submit]");
      assertThat(page.locator(".notes").textContent()).contains(note, "Planera", "steering");
      page.navigate("/");
      assertThat(page.locator(".figure[aria-labelledby='received-main'] .noted").textContent())
          .contains(note);
      assertThat(page.locator(".figure[aria-labelledby='assessed-main'] .noted").count()).isZero();
    }
  }

  @Test
  void eachFigureOfTheFrontPageIsAPicture() throws Exception {
    var visitor = aggregator.visitor(Role.STEERING);
    var addresses =
        java.util.regex.Pattern.compile("href=\"([^\"]+/charts/[^\"/]+)\"")
            .matcher(visitor.get("/").body())
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    var xml = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (String address : addresses) {
      var picture =
          xml.parse(
              new java.io.ByteArrayInputStream(
                  visitor.get(address).body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      var written = picture.getElementsByTagName("text");
      assertThat(written.getLength()).as(address).isGreaterThan(3);
      for (int i = 0; i < written.getLength(); i++) {
        assertFits((org.w3c.dom.Element) written.item(i), address);
      }
    }
  }

  /** Half the size is less than what a letter takes: text that fails this is surely cut off. */
  private static void assertFits(org.w3c.dom.Element text, String address) {
    int from = Integer.parseInt(text.getAttribute("x"));
    int size = Integer.parseInt(text.getAttribute("font-size"));
    assertThat(from + text.getTextContent().length() * size / 2)
        .as("%s: %s", address, text.getTextContent())
        .isLessThanOrEqualTo(1000);
  }

  @Test
  void eachPictureIsToBeHadForASlideWithoutScripts() throws Exception {
    String cookies =
        aggregator.visitor(Role.STEERING).cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(java.util.stream.Collectors.joining("; "));
    for (String figure : java.util.List.of("assessed-main", "content-main", "costs-main")) {
      var answer =
          java.net.http.HttpClient.newHttpClient()
              .send(
                  java.net.http.HttpRequest.newBuilder(
                          aggregator
                              .address()
                              .resolve(
                                  "/collections/"
                                      + SampleTables.LATEST
                                      + "/charts/"
                                      + figure
                                      + "/png"))
                      .header("Cookie", cookies)
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofByteArray());
      var picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(answer.body()));
      assertThat(picture.getWidth()).as(figure).isEqualTo(2000);
      assertThat(colours(picture)).as(figure + " has text and bars").hasSizeGreaterThan(10);
    }
  }

  private static java.util.Set<Integer> colours(java.awt.image.BufferedImage picture) {
    java.util.Set<Integer> colours = new java.util.HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 3) {
      for (int x = 0; x < picture.getWidth(); x += 3) {
        colours.add(picture.getRGB(x, y));
      }
    }
    return colours;
  }

  @Test
  void aNoteFromAnotherSiteIsRefused() {
    var visitor = aggregator.visitor(Role.STEERING);
    String path = "/collections/" + SampleTables.LATEST + "/notes";
    var fields = java.util.Map.of("about", "received", "step", "act", "text", "from elsewhere");
    assertThat(visitor.post(path, fields).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/").body()).doesNotContain("from elsewhere");
    assertThat(
            visitor
                .submit(
                    path, path, java.util.Map.of("about", "nothing", "step", "act", "text", "x"))
                .statusCode())
        .isEqualTo(400);
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
