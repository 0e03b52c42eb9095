package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.dashboard.Browser;

/** The first page of a coordinator who has just installed the service. */
class EmptyOverviewTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();
  @AutoClose private static final Browser browser = new Browser();

  @ParameterizedTest(name = "{0} x {1}, {2}")
  @CsvSource({
    "1280, 900, sv, Ingen verksamhet är inbjuden ännu., Ingen utgåva är gjord ännu.",
    "390, 844, en, No agency has been invited yet., No release has been made yet."
  })
  void saysThatThereIsNothingYet(
      int width, int height, String language, String agencies, String releases) throws Exception {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, false)) {
      window.page().navigate("/login?lang=" + language);
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      window.page().navigate("/coordinator");
      window.look("overview-empty");
      assertThat(window.page().locator("main section p:not(.after)").allTextContents())
          .hasSize(3)
          .contains(agencies, releases);
      assertThat(window.page().locator("main table")).satisfies(t -> assertThat(t.count()).isOne());
      assertThat(window.complaints()).isEmpty();
    }
  }
}
