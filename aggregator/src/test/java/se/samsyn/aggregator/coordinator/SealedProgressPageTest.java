package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.dashboard.Browser;
import se.samsyn.aggregator.sealed.SealedTrial;

/** The coordinator sees how far a sealed collection has come, and can only end it. */
class SealedProgressPageTest {
  private static final String COLLECTION = "sealed-ht2031";

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  @AutoClose private static final Browser browser = new Browser();

  @BeforeAll
  static void begin() throws Exception {
    SealedTrial.at(aggregator).collection("HT2031");
  }

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1280 | 900 | sv | true | 0 av 4 har bidragit. | Väntar på skolan, varden, socialen: utbyta"
            + " hemligheter | Verksamheterna bidrar",
        "390 | 844 | en | true | 0 of 4 have contributed. | Waiting for skolan, varden, socialen:"
            + " exchange secrets | Agencies contribute",
        "390 | 844 | sv | false | 0 av 4 har bidragit. | fritiden, skolan, socialen, varden: lämna"
            + " sitt bidrag | Verksamheterna bidrar"
      })
  void thePageSaysWhoHasContributedAndWhoIsWaitedFor(
      int width,
      int height,
      String language,
      boolean scripts,
      String count,
      String waiting,
      String state) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      page.navigate("/collections/" + COLLECTION);
      page.locator("main a.button").click();
      assertThat(page.url()).endsWith("/coordinator/collections/" + COLLECTION);
      assertThat(page.textContent("main")).contains(count, waiting, state);
      assertThat(page.locator("main a[href$='/close'], main a[href*='correct=']").count()).isZero();
      assertThat(page.locator("main form").getAttribute("action")).endsWith("/end");
      window.look("coordinator-sealed");
      assertThat(window.complaints()).isEmpty();
    }
  }
}
