package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Invitation;

/** The coordinator's forms, sent by a browser without scripts. */
class CoordinatorFormsTest {
  private static final String INVITE = "/coordinator/invitation";
  private static final String COLLECT = "/coordinator/new-collection";
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static TrialRounds rounds;
  private static Visitor coordinator;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
    coordinator = aggregator.visitor(Role.COORDINATOR);
  }

  @Test
  void nothingIsDoneForAnotherSite() {
    for (String form : List.of(INVITE, COLLECT)) {
      assertThat(coordinator.post(form, Map.of("agency", "region-ost")).statusCode())
          .as(form)
          .isEqualTo(403);
    }
    assertThat(AuditRows.of(aggregator, AuditAction.INVITE))
        .noneMatch(row -> row.contains("region-ost"));
  }

  @Test
  void anInvitationIsAFileThatAnAgencyEnrolsWith() throws Exception {
    Map<String, String> fields =
        new HashMap<>(
            Map.of("agency", "fritid", "name", "Fritid", "authority", "kommunen", "days", "14"));
    fields.put("url", "ftp://x");
    HttpResponse<String> wrong = coordinator.submit(INVITE, INVITE, fields);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("href=\"#url\"", "id=\"url-problem\"", "value=\"Fritid\"")
        .doesNotContain("id=\"days-problem\"");
    fields.put("url", aggregator.address().toString());
    HttpResponse<String> made = coordinator.submit(INVITE, INVITE, fields);
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"fritid.invitation.json\"");
    assertThat(made.headers().firstValue("cache-control")).contains("no-store");
    Invitation invitation = Codecs.INVITATION.read(made.body().getBytes(StandardCharsets.UTF_8));
    assertThat(
            TestAgency.post(
                    aggregator.address(),
                    TestAgency.ENROLMENTS,
                    TestAgency.of("fritid").enrolment(invitation.token()))
                .statusCode())
        .isEqualTo(200);
    assertThat(AuditRows.of(aggregator, AuditAction.INVITE))
        .contains(List.of("coordinator", "fritid", "done"));
    // A second key for the same agency is asked for on purpose, or not made.
    assertThat(coordinator.submit(INVITE, INVITE, fields).body()).contains("id=\"again-problem\"");
    fields.put("again", "on");
    assertThat(coordinator.submit(INVITE, INVITE, fields).statusCode()).isEqualTo(200);
  }

  @Test
  void aCollectionSaysWhatIsWrongAtEachFieldAndIsOpenedWhenNothingIs() {
    HttpResponse<String> empty = coordinator.submit(COLLECT, COLLECT, Map.of("period", "2026K9"));
    assertThat(empty.statusCode()).isEqualTo(400);
    for (String field :
        List.of("id", "name-sv", "period", "deadline", "definitions", "agencies", "confirm")) {
      assertThat(empty.body())
          .as(field)
          .contains("href=\"#" + field + "\"", "id=\"" + field + "\"", field + "-problem");
    }
    Map<String, String> fields = new HashMap<>(collection("alvlanda-ht2030", "2030"));
    assertThat(coordinator.submit(COLLECT, COLLECT, fields).body())
        .as("a term's definition for a year")
        .contains("annan längd: tsi-assessed");
    fields.put("period", "HT2030");
    assertThat(coordinator.submit(COLLECT, COLLECT, fields).statusCode()).isEqualTo(303);
    StoredCollection made = newest("alvlanda-ht2030");
    assertThat(made.manifest().definitions()).extracting(Definition::id).hasSize(1);
    assertThat(made.manifest().deadline()).hasToString("2099-12-31T23:00:00Z");
    assertThat(coordinator.get("/coordinator/collections/alvlanda-ht2030").body())
        .contains("Vilka som har rapporterat", "0 av 1");
    assertThat(coordinator.submit(COLLECT, COLLECT, fields).body()).contains("id=\"id-problem\"");
    fields.put("id", "samma-poster");
    HttpResponse<String> same = coordinator.submit(COLLECT, COLLECT, fields);
    assertThat(same.statusCode()).isEqualTo(409);
    assertThat(same.body()).contains("alvlanda-ht2030 samlar redan in samma poster");
    assertThat(AuditRows.of(aggregator, AuditAction.CREATE_COLLECTION))
        .contains(List.of("coordinator", "alvlanda-ht2030@1", "done"))
        .noneMatch(row -> row.get(1).startsWith("samma-poster"));
  }

  @Test
  void aCorrectionKeepsDefinitionsAndPeriod() throws Exception {
    StoredCollection closed = rounds.closed("VT2031", 30, 12, 10, 8);
    String id = closed.manifest().collection().value();
    String form = COLLECT + "?correct=" + id;
    assertThat(coordinator.get(form).body()).contains("version 2").doesNotContain("tsi-assessed");
    assertThat(coordinator.get(COLLECT + "?correct=nothing").statusCode()).isEqualTo(404);
    Map<String, String> fields = new HashMap<>(collection("annat-id", "HT2040"));
    fields.put("correct", id);
    assertThat(coordinator.submit(form, COLLECT, fields).statusCode()).isEqualTo(303);
    assertThat(newest(id).manifest().version()).isEqualTo(2);
    assertThat(newest(id).manifest().period()).isEqualTo(closed.manifest().period());
    assertThat(newest(id).manifest().definitions()).isEqualTo(closed.manifest().definitions());
  }

  @Test
  void thatOwnFiguresAreNotShownIsTickedAndNeedsThreeAuthorities() {
    Map<String, String> fields = new HashMap<>(collection("egna-ht2050", "HT2050"));
    assertThat(coordinator.get(COLLECT).body()).contains("id=\"own-figures\"");
    fields.put("own-figures", "on");
    fields.put("agency-varden", "on");
    HttpResponse<String> few = coordinator.submit(COLLECT, COLLECT, fields);
    assertThat(few.statusCode()).isEqualTo(400);
    assertThat(few.body()).contains("id=\"agencies-problem\"", "minst 3 personuppgiftsansvariga");
    fields.remove("own-figures");
    assertThat(coordinator.submit(COLLECT, COLLECT, fields).statusCode()).isEqualTo(303);
    assertThat(newest("egna-ht2050").manifest().showsOwnFigures()).isTrue();
  }

  private static Map<String, String> collection(String id, String period) {
    return Map.of(
        "id", id,
        "name-sv", "TSI Alvlanda",
        "period", period,
        "deadline", "2099-12-31",
        "definition-tsi-assessed", "on",
        "agency-skolan", "on",
        "confirm", "on");
  }

  private static StoredCollection newest(String id) {
    return aggregator.bean(Collections.class).newest(new CollectionId(id)).orElseThrow();
  }
}
