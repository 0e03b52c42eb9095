package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Browser;
import se.samsyn.aggregator.sealed.SealedTrial;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.RoleKey;

/**
 * A sealed collection opened, ended and opened again by clicking and typing alone: on a desk and a
 * phone, in both languages, with scripts and without.
 */
class SealedCollectionWalkTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  @AutoClose private static final Browser browser = new Browser();
  private static SealedTrial trial;

  @BeforeAll
  static void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    trial.enrol(TestAgency.of("museet"));
  }

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}, {4}")
  @CsvSource({
    "1280, 900, sv, true, VT2041",
    "1280, 900, en, false, VT2042",
    "390, 844, sv, false, VT2043",
    "390, 844, en, true, VT2044"
  })
  void fromTheChoiceToTheNextAttempt(
      int width, int height, String language, boolean scripts, String period) throws Exception {
    offer();
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      String id = opens(window, period);
      StoredCollection first = newest(id);
      window.look("coordinator-sealed-open");
      ends(window);
      RoleKey a = first.manifest().sealed().orElseThrow().roles().get(0);
      for (TestAgency agency : trial.agencies) {
        if (agency.id().equals(a.agency())) {
          SealedCollectionFormsTest.say(trial, first, agency);
        }
      }
      offer();
      page.navigate("/coordinator/collections/" + id);
      window.look("coordinator-sealed-next");
      page.click("main form[action$='/next-attempt'] button");
      window.look("coordinator-sealed-next-wrong");
      page.check("#next-confirm");
      page.click("main form[action$='/next-attempt'] button");
      assertThat(newest(id).manifest().version()).isEqualTo(2);
      assertThat(page.locator("main form[action$='/end']").count()).isEqualTo(1);
      // A form that is refused is answered with 400 or 409, which the console calls an error.
      assertThat(window.complaints()).allMatch(c -> c.matches(".*status of (400|409) .*"));
    }
  }

  private static String opens(Browser.Window window, String period) {
    Page page = window.page();
    String id = "prov-" + period.toLowerCase(Locale.ROOT);
    page.navigate("/coordinator/new-collection");
    window.look("coordinator-new-collection-choice");
    page.click("main a[href='/coordinator/new-sealed-collection']");
    window.look("coordinator-sealed-definitions");
    page.click("main a[href$='definition=placements']");
    window.look("coordinator-sealed-form");
    page.locator("main .after button").click();
    window.look("coordinator-sealed-form-wrong");
    page.fill("#id", id);
    page.fill("#name-sv", "TSI Alvlanda");
    page.fill("#period", period);
    for (TestAgency agency : trial.agencies) {
      page.check("#agency-" + agency.id());
      page.fill("#covers-" + agency.id(), "0114, 0115, 0117, 0120, 0123");
    }
    if (page.locator("#aggregator").count() > 0) {
      page.fill("#aggregator", "the-association");
    }
    page.locator("main .after button").click();
    window.look("coordinator-sealed-form-undeclared");
    assertThat(page.locator("#possible-problem").textContent()).isNotBlank();
    page.check("#possible");
    page.locator("main .after button").click();
    page.locator("#preview summary").first().click();
    window.look("coordinator-sealed-preview");
    page.check("#confirm");
    page.click("button[name=make]");
    assertThat(page.url()).endsWith("/coordinator/collections/" + id);
    return id;
  }

  private static void ends(Browser.Window window) {
    Page page = window.page();
    page.click("main form[action$='/end'] button");
    window.look("coordinator-sealed-end-wrong");
    page.fill("#end-reason", "Skolans dator är trasig.");
    page.check("#end-confirm");
    page.click("main form[action$='/end'] button");
    window.look("coordinator-sealed-ended");
    assertThat(page.locator("main form[action$='/next-attempt']").count()).isZero();
  }

  private static void offer() throws Exception {
    for (TestAgency agency : trial.agencies) {
      trial.offer(agency);
    }
  }

  private static StoredCollection newest(String id) {
    return aggregator.bean(Collections.class).newest(new CollectionId(id)).orElseThrow();
  }
}
