package se.samsyn.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.Closing;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Invitation;

/** Two agencies that deliver tables of {@link SmallCatalogue}, as agents do. */
public final class TrialRounds {
  private final TestAggregator aggregator;
  private final Catalogue catalogue;
  private final TestAgency school = TestAgency.of("skolan");
  private final TestAgency care = TestAgency.of("varden");

  private TrialRounds(TestAggregator aggregator, Catalogue catalogue) {
    this.aggregator = aggregator;
    this.catalogue = catalogue;
  }

  /** With both agencies enrolled. */
  public static TrialRounds at(TestAggregator aggregator) throws Exception {
    TrialRounds rounds = new TrialRounds(aggregator, SmallCatalogue.in(aggregator));
    for (var named : Map.of("Skolan", rounds.school, "Vården", rounds.care).entrySet()) {
      TestAgency agency = named.getValue();
      Invitation invitation =
          aggregator
              .bean(Invitations.class)
              .invite(
                  agency.id(),
                  named.getKey(),
                  new AuthorityId(agency.id().value()),
                  aggregator.address(),
                  Duration.ofDays(1),
                  "coordinator");
      rounds.post(TestAgency.ENROLMENTS, agency.enrolment(invitation.token()));
    }
    return rounds;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public TestAgency school() {
    return school;
  }

  /** The next version of the period's collection, open. */
  public StoredCollection open(String period) throws Exception {
    return open(
        "prov-" + period.toLowerCase(Locale.ROOT),
        period,
        catalogue.definition(new DefinitionId(SmallCatalogue.DEFINITION)).orElseThrow());
  }

  /** The next version of a collection, open. */
  public StoredCollection open(String id, String period, Definition definition) throws Exception {
    return aggregator
        .bean(Opening.class)
        .open(
            new CollectionPlan(
                new CollectionId(id),
                new Text("Prov", "Trial"),
                Period.parse(period),
                List.of(definition.id()),
                List.of(school.id(), care.id()),
                Optional.empty()),
            Catalogue.of(
                List.of(definition), List.of(catalogue.table(definition.table()).orElseThrow())),
            "coordinator");
  }

  /** School delivers its table, and care the same one each time. */
  public void deliver(StoredCollection open, long... counts) throws Exception {
    post(
        TestAgency.SUBMISSIONS, school.submission(open, TestAgency.table(open.manifest(), counts)));
    if (open.manifest().version() == 1) {
      post(
          TestAgency.SUBMISSIONS,
          care.submission(open, TestAgency.table(open.manifest(), 60, 20, 20, 20)));
    }
  }

  /** The next version of the period's collection, closed. */
  public StoredCollection closed(String period, long... counts) throws Exception {
    return closed(open(period), counts);
  }

  /** Has an open collection delivered to and closed. */
  public StoredCollection closed(StoredCollection open, long... counts) throws Exception {
    deliver(open, counts);
    aggregator.bean(Closing.class).close(open.manifest().collection(), Set.of(), "coordinator");
    return open;
  }

  /** Tries to release a collection as it is or with a remedy. */
  public Releasing.Outcome tried(
      StoredCollection closed, ReleaseStatus status, String note, Optional<String> remedy)
      throws ActionRefused {
    return aggregator
        .bean(Releasing.class)
        .make(closed.manifest().collection(), status, note, remedy, "coordinator");
  }

  private void post(String path, byte[] body) throws Exception {
    HttpResponse<byte[]> answer = TestAgency.post(aggregator.address(), path, body);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
  }
}
