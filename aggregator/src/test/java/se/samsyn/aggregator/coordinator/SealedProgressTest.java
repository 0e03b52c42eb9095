package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.dashboard.Browser;
import se.samsyn.aggregator.dashboard.Rounds;
import se.samsyn.aggregator.dashboard.SealedSamples;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;

/** The coordinator sees how far a sealed collection has come, and can do nothing to it. */
class SealedProgressTest {
  @RegisterExtension
  private static final TestAggregator aggregator = TestAggregator.withSealedSamples();

  @AutoClose private static final Browser browser = new Browser();

  /** The samples are not in the database, where the coordinator's pages look. */
  @BeforeAll
  static void store() {
    CollectionManifest manifest =
        aggregator.bean(Rounds.class).open(SealedSamples.OPEN).orElseThrow().manifest();
    Signed signed =
        Signed.by(
            aggregator.bean(Keys.class).signing(), Label.MANIFEST, Codecs.MANIFEST.write(manifest));
    aggregator
        .bean(Transactions.class)
        .write(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO collection (manifest_hash, id, version, period,"
                          + " manifest_payload, manifest_signature, created)"
                          + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, signed.hash().hex());
                insert.setString(2, manifest.collection().value());
                insert.setInt(3, manifest.version());
                insert.setString(4, manifest.period().toString());
                insert.setBytes(5, signed.payload());
                insert.setBytes(6, signed.signature());
                insert.setTimestamp(7, Timestamp.from(manifest.issued()));
                return insert.executeUpdate();
              }
            });
  }

  @ParameterizedTest(name = "{0} x {1}, {2}, scripts {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1280 | 900 | sv | true | 2 av 9 har bidragit. | Väntar på Socialnämnden i Tallvik,"
            + " Socialnämnden i Bo: skriva under sitt bidrag. | Har bidragit",
        "390 | 844 | en | true | 2 of 9 have contributed. | Waiting for Social board, Tallvik,"
            + " Social board, Bo: sign its contribution. | Has contributed",
        "390 | 844 | sv | false | 2 av 9 har bidragit. | Väntar på Socialnämnden i Tallvik,"
            + " Socialnämnden i Bo: skriva under sitt bidrag. | Har bidragit"
      })
  void thePageSaysWhoHasContributedAndWhoIsWaitedFor(
      int width,
      int height,
      String language,
      boolean scripts,
      String count,
      String waiting,
      String contributed) {
    try (Browser.Window window = browser.window(aggregator.address(), width, height, scripts)) {
      Page page = window.page();
      page.navigate("/login?lang=" + language);
      window.logIn("coordinator", aggregator.password(Role.COORDINATOR));
      page.navigate("/collections/" + SealedSamples.OPEN);
      page.locator("main a.button").click();
      assertThat(page.url()).endsWith("/coordinator/collections/" + SealedSamples.OPEN);
      assertThat(page.textContent("main")).contains(count, waiting);
      assertThat(page.locator("main tbody tr:has(th:text-is('Region Norrlunda'))").textContent())
          .contains(contributed);
      assertThat(
              page.locator("main a[href$='/close'], main a[href*='correct='], main form").count())
          .isZero();
      window.look("coordinator-sealed");
      assertThat(window.complaints()).isEmpty();
    }
  }
}
