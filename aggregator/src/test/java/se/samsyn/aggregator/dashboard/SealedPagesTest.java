package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;

/** Sealed collections as their readers meet them. */
class SealedPagesTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/help",
          "/collections",
          "/collections/" + SealedSamples.COUNTY,
          "/collections/" + SealedSamples.COSTS,
          "/collections/" + SealedSamples.ONE,
          "/collections/" + SealedSamples.CLOSED,
          "/collections/" + SealedSamples.OPEN,
          "/collections/" + SealedSamples.COUNTY + "/notes");

  @RegisterExtension
  private static final TestAggregator aggregator = TestAggregator.withSealedSamples();

  @AutoClose private static final Browser browser = new Browser();

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}")
  @CsvSource({
    "1280, 900, sv, true",
    "390, 844, en, true",
    "1280, 900, en, false",
    "390, 844, sv, false"
  })
  void everyPageIsWholeAndNothingIsInDots(int width, int height, String language, boolean scripts) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn("steering", aggregator.password(Role.STEERING));
      for (String path : PAGES) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        window.look(
            path.equals("/") ? "front-sealed" : "sealed" + path.replaceAll("[^a-z0-9]+", "-"));
        if (!path.endsWith(SealedSamples.CLOSED)) {
          assertThat(page.locator("td.suppressed, td.not-applicable, td.not-reported").count())
              .as(path)
              .isZero();
        }
      }
      assertThat(window.complaints()).isEmpty();
    }
  }

  @Test
  void unitsThatCouldNotBeOpenedAreInARowThatNamesThem() {
    try (Browser.Window window = reader("sv")) {
      Page page = window.page();
      page.navigate("/collections/" + SealedSamples.COUNTY);
      Locator rows = figure(page, "assessed-units").locator("tbody tr");
      List<String> names = rows.locator("th").allTextContents();
      assertThat(names).contains("Bo, By och Dal tillsammans", "Ekstad").doesNotContain("Bo", "By");
      int sum =
          rows.locator("td").all().stream()
              .mapToInt(d -> Integer.parseInt(d.getAttribute("data-lower")))
              .sum();
      assertThat(page.locator("section[aria-labelledby=assessed] .sentence").textContent())
          .startsWith(sum + " barn bedömdes");
      assertThat(section(page, "assessed")).contains("Av 15 områden visas 10 för sig.");
    }
  }

  @Test
  void aNumberOfSeveralClassesStandsUnderAllOfThem() {
    try (Browser.Window window = reader("sv")) {
      Page page = window.page();
      page.navigate("/collections/" + SealedSamples.COUNTY);
      window.keep(figure(page, "result-outcome-units"), "divided-sealed-desktop-sv");
      Locator table = figure(page, "result-outcome-units").locator("table");
      int columns = table.locator("thead th").count() - 1;
      assertThat(columns).isEqualTo(3);
      for (Locator row : table.locator("tbody tr").all()) {
        assertThat(
                row.locator("td").all().stream()
                    .mapToInt(d -> Integer.parseInt(d.getAttribute("colspan")))
                    .sum())
            .isEqualTo(columns);
      }
      assertThat(table.locator("td[colspan='2']").first().textContent())
          .contains("Som förut och sämre tillsammans");
      assertThat(table.locator("td[colspan='3']").first().textContent()).contains("inte uppdelat");
    }
  }

  @Test
  void noAgencyHasNumbersOfItsOwn() {
    try (Browser.Window window = reader("sv")) {
      Page page = window.page();
      for (String path : PAGES) {
        page.navigate(path);
        assertThat(page.locator("main table th").allTextContents())
            .as(path)
            .noneMatch(t -> t.contains("nämnden") || t.contains("Region"));
      }
      page.navigate("/");
      assertThat(section(page, "actors")).contains("ser ingen, inte heller vi");
      assertThat(page.locator("section[aria-labelledby=actors] table").count()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | Ingen har sett någon annans siffror | minst sex barn blir kvar när vilken verksamhet"
            + " som helst räknar bort sina egna barn | mellan 1 och 10 | Barnnämnden i Ekstad,"
            + " Socialnämnden i Tallvik och Region Norrlunda lade ihop",
        "en | Nobody has seen anybody else's figures | at least six children are left when any"
            + " agency takes away its own children | between 1 and 10 | Board of education, Ekstad,"
            + " Social board, Tallvik and Region Norrlunda added"
      })
  void whatSealedMeansIsSaidAndItsRuleIsOneClickAway(
      String language, String seen, String rule, String least, String who) {
    try (Browser.Window window = reader(language)) {
      Page page = window.page();
      page.navigate("/");
      assertThat(page.locator("section.sealed").textContent()).contains(seen);
      page.locator("section[aria-labelledby=assessed] .mark a").click();
      assertThat(page.url()).endsWith("#sealed");
      Locator facts = page.locator("section[aria-labelledby=assessed] details.facts");
      facts.locator("summary").click();
      assertThat(facts.locator("dl").isVisible()).isTrue();
      assertThat(facts.textContent()).contains(rule, least, who);
    }
  }

  @Test
  void childrenThatMayBeAtSeveralAreCountedOncePerAgency() {
    try (Browser.Window window = reader("sv")) {
      window.page().navigate("/");
      assertThat(section(window.page(), "received"))
          .contains("barn, räknade en gång per aktör, fick insatser", "olika barn");
      assertThat(section(window.page(), "assessed")).doesNotContain("per aktör");
    }
  }

  @Test
  void whereNothingCouldBeOpenedThePageSaysSoAndShowsNoZero() {
    try (Browser.Window window = reader("sv")) {
      Page page = window.page();
      page.navigate("/collections/" + SealedSamples.CLOSED);
      assertThat(section(page, "assessed"))
          .contains("Inga siffror visas.", "Det betyder inte noll.");
      assertThat(page.locator("main td .text").allTextContents()).containsOnly("..");
      assertThat(page.locator(".legend").textContent()).contains("(..): talet visas inte");
    }
  }

  @Test
  void anAmountIsShownAsFarAsItWasOpened() {
    try (Browser.Window window = reader("en")) {
      Page page = window.page();
      page.navigate("/collections/" + SealedSamples.COSTS);
      Locator cost = figure(page, "county-placements-units-cost");
      assertThat(cost.locator("tbody td .text").allTextContents())
          .isNotEmpty()
          .allMatch(t -> t.endsWith("SEK"));
      // Nobody costs nothing, and has no mean.
      assertThat(cost.locator("tbody tr:has(th:text-is('Myrvik')) .text").textContent())
          .isEqualTo("0\u00a0SEK");
      assertThat(
              figure(page, "county-placements-units")
                  .locator("tr:has(th:text-is('Myrvik')) .text")
                  .textContent())
          .isEqualTo("0");
      assertThat(figure(page, "county-placements-units-mean-cost").locator("tbody tr").count())
          .isEqualTo(cost.locator("tbody tr").count() - 1);
    }
  }

  @Test
  void eachFigureIsAPictureToo() {
    Visitor visitor = aggregator.visitor(Role.STEERING);
    String charts = "/collections/" + SealedSamples.COUNTY + "/charts/";
    for (String figure :
        List.of("assessed-units", "result-outcome-units", "assessed-sex-periods")) {
      assertThat(visitor.get(charts + figure + "/png").statusCode()).as(figure).isEqualTo(200);
    }
    assertThat(visitor.get(charts + "result-outcome-units").body())
        .contains("Som förut och sämre tillsammans");
  }

  @Test
  void anAgencysPeopleAreToldThatTheirPartIsWithThemOnly() {
    aggregator.visitor(Role.AGENCY);
    try (Browser.Window window = browser.window(aggregator.address(), 390, 844, true)) {
      Page page = window.page();
      page.navigate("/login?lang=sv");
      window.logIn(Role.AGENCY.word(), aggregator.password(Role.AGENCY));
      assertThat(page.textContent("main")).contains("er egen del finns bara hos er");
      assertThat(page.locator("td.not-reported, td.not-applicable").count()).isZero();
      window.look("sealed-own");
    }
  }

  @Test
  void aSealedCollectionIsNotClosedByHand() {
    assertThat(
            aggregator
                .visitor(Role.COORDINATOR)
                .get("/collections/" + SealedSamples.OPEN + "/close")
                .statusCode())
        .isEqualTo(404);
  }

  private static Browser.Window reader(String language) {
    Browser.Window window = browser.window(aggregator.address(), 1280, 900, true);
    window.page().navigate("/login?lang=" + language);
    window.logIn("steering", aggregator.password(Role.STEERING));
    return window;
  }

  private static Locator figure(Page page, String id) {
    return page.locator(".figure[aria-labelledby='" + id + "']");
  }

  private static String section(Page page, String id) {
    return page.textContent("section.question[aria-labelledby='" + id + "']");
  }
}
