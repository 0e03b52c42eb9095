package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Browser;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Invitation;

/**
 * The coordinator's main tasks by clicking and typing alone: on a desk and a phone, in both
 * languages, with scripts and without.
 */
class CoordinatorWalkTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  @AutoClose private static final Browser browser = new Browser();
  @TempDir private static Path downloads;
  private static TrialRounds rounds;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
    aggregator
        .bean(Definitions.class)
        .add(
            rounds
                .catalogue()
                .definition(new DefinitionId(SmallCatalogue.DEFINITION))
                .orElseThrow(),
            "coordinator");
  }

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}, {4}, {5}")
  @CsvSource({
    "1280, 900, sv, true, VT2041, tsi-support",
    "1280, 900, en, false, VT2042, tsi-assessed",
    "390, 844, sv, false, VT2043, notifications",
    "390, 844, en, true, VT2044, placements"
  })
  void fromAnInvitationToAWithdrawal(
      int width, int height, String language, boolean scripts, String period, String definition)
      throws Exception {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      window.page().navigate("/login?lang=" + language);
      window.look("login");
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      window.page().navigate("/coordinator");
      window.look("coordinator-overview");
      invites(window, "fritid-" + period.toLowerCase(Locale.ROOT));
      makesAVersion(window, definition);
      makesADefinition(window, "sip-" + period.toLowerCase(Locale.ROOT));
      String id = opensACollection(window, period);
      rounds.deliver(newest(id), 30, 12, 10, 8);
      closesAndReleases(window, id);
      asksForACorrection(window, id);
      rounds.deliver(newest(id), 31, 13, 10, 8);
      closes(window, id);
      releasesWithAChange(window);
      withdraws(window);
      // A form that is refused is answered with 400 or 409, which the console calls an error.
      assertThat(window.complaints()).allMatch(c -> c.matches(".*status of (400|409) .*"));
    }
  }

  private static void invites(Browser.Window window, String agency) throws Exception {
    Page page = window.page();
    page.click("main a[href='/coordinator/invitation']");
    window.look("coordinator-invitation");
    page.click("main button[type=submit]");
    window.look("coordinator-invitation-wrong");
    assertThat(page.locator("#agency-problem").textContent()).isNotBlank();
    page.click("[role=alert] a[href='#agency']");
    page.fill("#agency", agency);
    page.fill("#name", "Fritid");
    page.fill("#authority", "kommunen");
    Path file = downloads.resolve(agency + ".json");
    page.waitForDownload(() -> page.click("main button[type=submit]")).saveAs(file);
    Invitation invitation = Codecs.INVITATION.read(Files.readAllBytes(file));
    assertThat(
            TestAgency.post(
                    invitation.url(),
                    TestAgency.ENROLMENTS,
                    TestAgency.of(agency).enrolment(invitation.token()))
                .statusCode())
        .isEqualTo(200);
  }

  private static void makesAVersion(Browser.Window window, String definition) {
    Page page = window.page();
    page.navigate("/coordinator");
    page.click("main a[href='/coordinator/definitions/" + definition + "']");
    window.look("coordinator-definition");
    String version = page.locator("h1 .period").textContent();
    page.click("main a[href$='/new-version']");
    window.look("coordinator-new-version");
    page.uncheck("#d1-keep");
    page.fill("#minimum", "2");
    page.locator("main form .after button").first().click();
    window.look("coordinator-new-version-wrong");
    page.fill("#minimum", "7");
    page.locator("main form .after button").first().click();
    window.look("coordinator-new-version-preview");
    page.click("button[name=make]");
    assertThat(page.locator("h1 .period").textContent()).isNotEqualTo(version);
  }

  private static void makesADefinition(Browser.Window window, String id) {
    Page page = window.page();
    page.navigate("/coordinator");
    page.click("main a[href='/coordinator/new-definition']");
    window.look("coordinator-input-tables");
    page.click("main a[href$='table=tsi_case']");
    page.fill("#title-sv", "Barn med samordnad plan");
    page.fill("#title-en", "Children with a co-ordinated plan");
    page.fill("#description-sv", "Barn som fick en samordnad individuell plan under perioden.");
    page.fill("#description-en", "Children who got a co-ordinated individual plan.");
    page.selectOption("#purpose", "instrument.coordination");
    page.selectOption("#w0-column", "plan");
    page.fill("#w0-holds", "sipp");
    take(page, "#d0-like", "level");
    page.locator("main form .after button").first().click();
    window.look("coordinator-new-definition-wrong");
    assertThat(page.locator("#id-problem").textContent()).isNotBlank();
    page.click("[role=alert] a[href='#w0-holds']");
    page.fill("#w0-holds", "sip");
    page.fill("#id", id);
    take(page, "#d1-like", "sex");
    page.fill("#p0-sv", "Barn med indikerat stöd");
    page.fill("#p0-en", "Children with indicated support");
    page.selectOption("#s0-part", "part-1");
    page.selectOption("#s0-whole", "children");
    page.fill("#s0-sv", "Andel med indikerat stöd");
    page.fill("#s0-en", "Share with indicated support");
    page.locator("main form .after button").first().click();
    window.look("coordinator-new-definition-part-wrong");
    page.click("[role=alert] a[href='#p0-w0-column']");
    page.selectOption("#p0-w0-column", "level");
    page.fill("#p0-w0-holds", "indicated");
    page.locator("main form .after button").first().click();
    assertThat(page.locator("#d1-keep").isChecked()).isTrue();
    assertThat(page.locator("section[aria-labelledby=gives] dl").textContent())
        .containsAnyOf("Andel med indikerat stöd (", "Share with indicated support (");
    window.look("coordinator-new-definition-preview");
    page.click("button[name=make]");
    assertThat(page.locator("h1 .period").textContent()).isEqualTo(id + "@1");
  }

  /** From whichever definition of the catalogue has it. */
  private static void take(Page page, String select, String dimension) {
    page.selectOption(
        select,
        page.locator(select + " option[value$='/" + dimension + "']")
            .first()
            .getAttribute("value"));
  }

  private static String opensACollection(Browser.Window window, String period) {
    Page page = window.page();
    String id = "prov-" + period.toLowerCase(Locale.ROOT);
    page.navigate("/coordinator");
    page.click("main a[href='/coordinator/new-collection']");
    window.look("coordinator-new-collection");
    page.click("main button[type=submit]");
    window.look("coordinator-new-collection-wrong");
    page.fill("#id", id);
    page.fill("#name-sv", "TSI Alvlanda");
    page.fill("#period", period);
    page.check("#definition-" + SmallCatalogue.DEFINITION);
    page.check("#agency-skolan");
    page.check("#agency-varden");
    page.check("#confirm");
    page.click("main button[type=submit]");
    assertThat(page.url()).endsWith("/coordinator/collections/" + id);
    window.look("coordinator-open");
    return id;
  }

  private static void closes(Browser.Window window, String id) {
    Page page = window.page();
    page.navigate("/coordinator/collections/" + id);
    page.click("main a[href$='/close']");
    window.look("coordinator-close");
    page.check("#confirm");
    page.click("main button[type=submit]");
    window.look("coordinator-closed");
  }

  private static void closesAndReleases(Browser.Window window, String id) {
    Page page = window.page();
    closes(window, id);
    page.click("main form[action$='/release'] button");
    window.look("coordinator-released");
    page.click("main a[href='/collections/" + id + "']");
    window.look("read");
    assertThat(page.locator("main").textContent()).contains("90");
    page.goBack();
  }

  private static void asksForACorrection(Browser.Window window, String id) {
    Page page = window.page();
    page.navigate("/coordinator/collections/" + id);
    page.click("main a[href*='?correct=']");
    window.look("coordinator-correct");
    page.check("#confirm");
    page.click("main button[type=submit]");
    assertThat(newest(id).manifest().version()).isEqualTo(2);
  }

  private static void releasesWithAChange(Browser.Window window) {
    Page page = window.page();
    page.fill("#note", "Skolan har rättat sina siffror.");
    page.click("main form[action$='/release'] button");
    var first = page.locator(".remedies > li").first();
    first.locator("summary").click();
    window.look("coordinator-held");
    assertThat(first.locator("details li").first().isVisible()).isTrue();
    first.locator("input[name=confirm]").check();
    first.locator("button").click();
    window.look("coordinator-released-with-a-change");
    assertThat(page.locator("#shown").textContent()).contains("/2");
  }

  private static void withdraws(Browser.Window window) {
    Page page = window.page();
    page.click("main form[action$='/withdraw'] button");
    window.look("coordinator-withdraw-wrong");
    assertThat(page.locator("#reason-problem").textContent()).isNotBlank();
    page.fill("#reason", "Fel period levererades.");
    page.click("main form[action$='/withdraw'] button");
    assertThat(page.locator("#shown").count()).isZero();
    page.navigate("/coordinator");
    window.look("coordinator-overview-after");
    assertThat(page.locator("main").textContent()).contains("Fel period levererades.");
  }

  private static StoredCollection newest(String id) {
    return aggregator.bean(Collections.class).newest(new CollectionId(id)).orElseThrow();
  }
}
