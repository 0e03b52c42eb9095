package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Accounts;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.sealed.LastSteps;
import se.samsyn.aggregator.sealed.SealedTrial;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ManifestCheck;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedRefusal;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/** The forms that open, end and open again a sealed collection, sent without scripts. */
class SealedCollectionFormsTest {
  private static final String FORM = "/coordinator/new-sealed-collection";
  private static final String PLACEMENTS = FORM + "?definition=placements";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static SealedTrial trial;
  private static final Map<Role, Visitor> others = new EnumMap<>(Role.class);
  private static Visitor coordinator;

  @BeforeAll
  static void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    coordinator = aggregator.visitor(Role.COORDINATOR);
    others.put(Role.STEERING, aggregator.visitor(Role.STEERING));
    // Of an agency of the trial: the usual account comes with an enrolment of its own.
    String password =
        aggregator
            .bean(Accounts.class)
            .add("skolan", Role.AGENCY, Optional.of(TestAggregator.OWN), "test")
            .password();
    Visitor agency = aggregator.visitor();
    agency.logIn("skolan", password);
    others.put(Role.AGENCY, agency);
  }

  @BeforeEach
  void offer() throws Exception {
    for (TestAgency agency : trial.agencies) {
      trial.offer(agency);
    }
  }

  @Test
  void nothingIsDoneForAnotherSiteOrAnotherRole() throws Exception {
    String id = trial.collection("HT2060").manifest().collection().value();
    for (String path : List.of(FORM, page(id) + "/end", page(id) + "/next-attempt")) {
      Map<String, String> fields = new HashMap<>(filled("forged", "HT2061"));
      fields.putAll(Map.of("end-reason", "x", "end-confirm", "on", "next-confirm", "on"));
      assertThat(coordinator.post(path, fields).statusCode()).as(path).isEqualTo(403);
      assertThat(others).hasSize(Role.values().length - 1);
      for (Map.Entry<Role, Visitor> other : others.entrySet()) {
        assertThat(other.getValue().get(path).statusCode())
            .as(other.getKey() + path)
            .isEqualTo(403);
        assertThat(other.getValue().post(path, fields).statusCode())
            .as(other.getKey() + path)
            .isEqualTo(403);
      }
      assertThat(aggregator.visitor().get(path).statusCode()).as(path).isEqualTo(303);
    }
    assertThat(newest(id).isOpen()).isTrue();
    assertThat(aggregator.bean(Collections.class).newest(new CollectionId("forged"))).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAtEachField() {
    HttpResponse<String> empty =
        coordinator.submit(PLACEMENTS, FORM, Map.of("definition", "placements", "k", "many"));
    assertThat(empty.statusCode()).isEqualTo(400);
    for (String field : List.of("id", "name-sv", "period", "deadline", "agencies", "k")) {
      assertThat(empty.body()).as(field).contains("href=\"#" + field + "\"", field + "-problem");
    }
    Map<String, String> fields = new HashMap<>(filled("fel-ht2062", "2062"));
    assertThat(sent(fields).body()).contains("annan längd");
    fields.put("period", "HT2062");
    fields.put("covers-skolan", "0114, Atlantis");
    assertThat(sent(fields).body()).contains("covers-skolan-problem", "Atlantis");
    fields.putAll(filled("fel-ht2062", "HT2062"));
    fields.remove("possible");
    HttpResponse<String> undeclared = sent(fields);
    assertThat(undeclared.statusCode()).isEqualTo(409);
    // The groups are shown all the same: only who knows them can say that all is possible.
    assertThat(undeclared.body()).contains("possible-problem", "Så blir insamlingen");
    assertThat(undeclared.body()).doesNotContain("name=\"make\"");
    fields.put("possible", "on");
    fields.put("t", "3");
    fields.put("k", "2");
    assertThat(sent(fields).body()).contains("k-problem", "golvet 3", "för få verksamheter");
    fields.put("k", "");
    fields.put("t", "");
    fields.put("role-a", "skolan");
    fields.put("role-b", "skolan");
    assertThat(sent(fields).body()).contains("roles-problem", "skolan kan inte ha rollen");
    assertThat(coordinator.get(FORM + "?definition=nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasLookedAtIsOpened() {
    Map<String, String> fields = new HashMap<>(filled("prov-ht2063", "HT2063"));
    fields.put("role-b", "fritiden");
    fields.put("without-age", "on");
    fields.put("k", "6");
    HttpResponse<String> looked = sent(fields);
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body())
        .contains("Upplands Väsby", "tillsammans", "Indelningen Ålder", "name=\"make\"")
        // Three municipalities and two groups of them, with the total: five; two sexes and all.
        .contains("<strong>15</strong>");
    fields.put("make", "yes");
    fields.put("confirm", "on");
    assertThat(sent(fields).body()).as("without looking").contains("confirm-problem");
    fields.put("seen", seen(looked));
    fields.put("k", "5");
    assertThat(sent(fields).body()).as("changed since").contains("Något har ändrats");
    fields.put("k", "6");
    fields.remove("confirm");
    assertThat(sent(fields).body()).as("unconfirmed").contains("confirm-problem");
    fields.put("confirm", "on");
    assertThat(sent(fields).statusCode()).isEqualTo(303);

    StoredCollection made = newest("prov-ht2063");
    SealedTerms terms = made.manifest().sealed().orElseThrow();
    assertThat(ManifestCheck.refusals(made.manifest(), 3)).isEmpty();
    assertThat(terms.k()).isEqualTo(6);
    assertThat(terms.t()).isEqualTo(1);
    assertThat(terms.aggregator()).isEqualTo(new AuthorityId("the-association"));
    assertThat(terms.roles().get(1).agency()).isEqualTo(new AgencyId("fritiden"));
    assertThat(terms.units()).contains(new DimensionId("municipality"));
    assertThat(made.manifest().definitions().get(0).dimensions())
        .extracting(Dimension::id)
        .extracting(DimensionId::value)
        .containsExactly("municipality", "sex");
    assertThat(terms.coverage())
        .allSatisfy(c -> assertThat(c.units()).containsExactly("0114", "0115", "0117"));
    assertThat(AuditRows.of(aggregator, AuditAction.CREATE_COLLECTION))
        .contains(List.of("coordinator", "prov-ht2063@1", "done"));
    // Who runs the service is not asked again, and the same records are not gathered again.
    assertThat(coordinator.get(PLACEMENTS).body())
        .contains("drivs av the-association")
        .doesNotContain("name=\"aggregator\"");
    assertThat(sent(filled("prov-ht2063", "HT2064")).body()).contains("id-problem");
  }

  @Test
  void whatCannotBeSealedIsNamedBeforeAnythingIsOpened() {
    Map<String, String> fields = new HashMap<>(filled("anm-ht2068", "HT2068"));
    fields.put("definition", "notifications");
    fields.put("units", "");
    fields.remove("agency-fritiden");
    assertThat(sent(fields).body())
        .contains(
            "Barn för vilka utredning inleddes: kan inte räknas förseglat",
            "Indelningen Kommun",
            "name=\"make\"")
        .doesNotContain("Områden för varje verksamhet");
  }

  @Test
  void whoCannotHaveARoleIsSaidWithTheReason() throws Exception {
    TestAgency late = TestAgency.of("senkomna");
    trial.enrol(late);
    assertThat(coordinator.get(PLACEMENTS).body())
        .contains("senkomna: har inte lämnat någon nyckel")
        .contains("<option value=\"skolan\"")
        .doesNotContain("<option value=\"senkomna\"");
  }

  @Test
  void anAttemptIsEndedAndFollowedOnTheSameTerms() throws Exception {
    StoredCollection first = trial.collection("HT2065");
    String id = first.manifest().collection().value();
    HttpResponse<String> unsaid = coordinator.submit(page(id), page(id) + "/end", Map.of());
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.body()).contains("end-reason-problem", "end-confirm-problem");
    assertThat(next(id).statusCode()).as("while one runs").isEqualTo(409);
    assertThat(end(id).statusCode()).isEqualTo(303);
    assertThat(coordinator.get("/coordinator").body())
        .as("the overview does not wait for it to be released")
        .contains("avslutad utan att något låstes upp");
    assertThat(newest(id).isOpen()).isFalse();
    assertThat(AuditRows.of(aggregator, AuditAction.END_ATTEMPT))
        .contains(List.of("coordinator", id + "@1", "done"));
    HttpResponse<String> twice = end(id);
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("är redan avslutat");
    // Without the word of A or B there is no form, and none is taken.
    assertThat(coordinator.get(page(id)).body())
        .contains("Skäl: Skolans dator är trasig", "undertecknat besked", "skolan, varden")
        .doesNotContain("/next-attempt", "/release");
    say(first, trial.agencies.get(1));
    offer();
    assertThat(coordinator.get(page(id)).body()).contains("/next-attempt");
    assertThat(coordinator.submit(page(id), page(id) + "/next-attempt", Map.of()).body())
        .contains("next-confirm-problem", "next-deadline-problem");
    assertThat(next(id).statusCode()).isEqualTo(303);
    StoredCollection second = newest(id);
    SealedTerms before = first.manifest().sealed().orElseThrow();
    SealedTerms after = second.manifest().sealed().orElseThrow();
    assertThat(second.manifest().version()).isEqualTo(2);
    assertThat(second.manifest().definitions()).isEqualTo(first.manifest().definitions());
    assertThat(after.coverage()).containsExactlyInAnyOrderElementsOf(before.coverage());
    assertThat(List.of(after.k(), after.t())).containsExactly(before.k(), before.t());
    assertThat(after.earlier()).hasSize(1);
    assertThat(after.roles())
        .extracting(RoleKey::key)
        .doesNotContainAnyElementsOf(before.roles().stream().map(RoleKey::key).toList());
    assertThat(ManifestCheck.refusals(second.manifest(), 3)).isEmpty();
  }

  @Test
  void afterTheTotalsAreOpenedThereIsNoOther() throws Exception {
    StoredCollection opened = trial.collection("HT2066");
    String id = opened.manifest().collection().value();
    LastSteps last = LastSteps.of(opened, LastSteps.many(opened));
    last.send(trial, opened, last.sharesOfB(trial.agencies.get(1), 0));
    assertThat(coordinator.get(page(id)).body())
        .contains("Det görs inget nytt försök")
        .doesNotContain("/next-attempt", "/end\"");
  }

  @Test
  void aVoidAttemptIsNotFollowed() throws Exception {
    StoredCollection attempt = trial.collection("HT2067");
    String id = attempt.manifest().collection().value();
    LastSteps last = LastSteps.of(attempt, LastSteps.many(attempt));
    last.send(trial, attempt, last.sharesOfB(trial.agencies.get(1), 1));
    assertThat(coordinator.get(page(id)).body())
        .contains("Ogiltig", "är ogiltig. Det görs inget nytt försök")
        .doesNotContain("/next-attempt", "/end\"");
  }

  @Test
  void everyReasonHasItsOwnWordsInBothLanguages() {
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      for (ActionRefused.Why why : ActionRefused.Why.values()) {
        // These are of accounts, invitations and definitions, which have words at their forms.
        if (!why.name().matches("AGENCY_ENROLLED|DEFINITION_EXISTS|ACCOUNT_EXISTS")) {
          assertThat(texts.has("coordinator.refused." + why.word())).as(why.word()).isTrue();
        }
      }
      for (SealedRefusal rule : SealedRefusal.values()) {
        assertThat(texts.has("coordinator.sealed-rule." + rule.word())).as(rule.word()).isTrue();
      }
    }
  }

  private static HttpResponse<String> sent(Map<String, String> fields) {
    return coordinator.submit(PLACEMENTS, FORM, fields);
  }

  private static HttpResponse<String> end(String id) {
    return coordinator.submit(
        "/coordinator/new-collection",
        page(id) + "/end",
        Map.of("end-reason", "Skolans dator är trasig", "end-confirm", "on"));
  }

  private static HttpResponse<String> next(String id) {
    return coordinator.submit(
        "/coordinator/new-collection",
        page(id) + "/next-attempt",
        Map.of("next-deadline", "2099-12-31", "next-confirm", "on"));
  }

  private static String seen(HttpResponse<String> looked) {
    Matcher seen = SEEN.matcher(looked.body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  static Map<String, String> filled(String id, String period) {
    Map<String, String> fields = new HashMap<>();
    fields.put("definition", "placements");
    fields.put("id", id);
    fields.put("name-sv", "TSI Alvlanda");
    fields.put("period", period);
    fields.put("deadline", "2099-12-31");
    fields.put("units", "municipality");
    fields.put("aggregator", "the-association");
    fields.put("possible", "on");
    for (TestAgency agency : trial.agencies) {
      fields.put("agency-" + agency.id(), "on");
      fields.put("covers-" + agency.id(), "0114, vallentuna; 0117");
    }
    return fields;
  }

  static void say(SealedTrial trial, StoredCollection attempt, TestAgency role) throws Exception {
    byte[] word =
        Codecs.SIGNED.write(
            new Unopened(
                    SealedManifest.of(attempt.manifest()).hash(), role.id(), "deadline", List.of())
                .signedBy(role.key()));
    assertThat(
            trial
                .put(role, attempt, Address.toRoles(SealedStep.UNOPENED, role.id()), word)
                .statusCode())
        .isEqualTo(200);
  }

  private static void say(StoredCollection attempt, TestAgency role) throws Exception {
    say(trial, attempt, role);
  }

  private static String page(String id) {
    return "/coordinator/collections/" + id;
  }

  private static StoredCollection newest(String id) {
    return aggregator.bean(Collections.class).newest(new CollectionId(id)).orElseThrow();
  }
}
