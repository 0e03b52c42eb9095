package se.samsyn.aggregator.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.aggregator.sealed.LastSteps;
import se.samsyn.aggregator.sealed.SealedTrial;

/** From the shares of A and B to what a reader sees, through the aggregator's own tables. */
class SealedToReadersTest {
  /** Three municipalities with 64 children each, and one with 21 of whom one is a girl. */
  private static final String COLLECTION = "sealed-ht2032";

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  @BeforeAll
  static void openAndRelease() throws Exception {
    SealedTrial trial = SealedTrial.at(aggregator);
    StoredCollection collection = trial.collection("HT2032");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    last.send(trial, collection, last.sharesOfB(trial.agencies.get(1), 0));
    aggregator
        .bean(Releasing.class)
        .make(
            collection.manifest().collection(),
            ReleaseStatus.FINAL,
            "",
            Optional.empty(),
            "coordinator");
  }

  @Test
  void thePageShowsWhatWasOpenedAndTheRestInGroups() {
    String page = reader().get("/collections/" + COLLECTION).body();
    String text = page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Vad betyder förseglad insamling?", "213 barn under ")
        .contains("Alla 4 områden visas var för sig.", "dal 21 inte uppdelat")
        .contains("by och dal tillsammans");
    assertThat(page).doesNotContain("data-state=\"not-applicable\"", "data-state=\"suppressed\"");
  }

  @Test
  void theFileHasNoSexesWhereTheyWereNotOpened() {
    String csv =
        reader().get("/api/v1/collections/" + COLLECTION + "/tables/placements-sealed/csv").body();
    assertThat(csv)
        .contains("_T,_T,_T,children,213,213,213,value", "dal,_T,_T,children,21,21,21,value")
        .contains("g-south,1,_T,children,", "al,2,_T,children,34,34,34,value")
        .doesNotContain("dal,1,", "dal,2,", "by,1,", "by,2,");
  }

  @Test
  void theCoordinatorSeesThatItIsDone() {
    String page =
        aggregator.visitor(Role.COORDINATOR).get("/coordinator/collections/" + COLLECTION).body();
    assertThat(page)
        .contains("Klar: summorna är upplåsta", "4 av 4 har bidragit.")
        .doesNotContain("correct=" + COLLECTION);
  }

  private static Visitor reader() {
    return aggregator.visitor(Role.STEERING);
  }
}
