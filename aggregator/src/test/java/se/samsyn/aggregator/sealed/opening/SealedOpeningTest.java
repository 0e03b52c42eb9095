package se.samsyn.aggregator.sealed.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.Closing;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.sealed.AttemptEnd;
import se.samsyn.aggregator.sealed.LastSteps;
import se.samsyn.aggregator.sealed.SealedTrial;
import se.samsyn.aggregator.sealed.opening.SealedRequest.RoleName;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ManifestCheck;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/** How a coordinator opens sealed collections, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealedOpeningTest {
  private static final Set<String> UNITS = Set.of("0114", "0115", "0117");
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private SealedTrial trial;
  private Catalogue catalogue;
  private List<AgencyId> all;

  @BeforeAll
  void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    catalogue = Catalogue.load(List.of());
    all = trial.agencies.stream().map(TestAgency::id).toList();
  }

  @Test
  @Order(1)
  void withoutKeysThereAreNoRoles() {
    refused("roles-not-filled", request("prov-a", "HT2025"));
  }

  @Test
  @Order(2)
  void whatIsMissingIsSaid() throws Exception {
    offer();
    refused(
        "aggregator-not-named",
        with(request("prov-a", "HT2025"), Optional.empty(), true, Map.of()));
    refused(
        "combinations-not-declared",
        with(request("prov-a", "HT2025"), association(), false, Map.of()));
    refused(
        "role-under-same-authority",
        with(
            request("prov-a", "HT2025"),
            Optional.of(SealedTrial.authority(trial.agencies.get(0))),
            true,
            Map.of(RoleName.A, all.get(0))));
    SealedRequest strict = request("prov-a", "HT2025");
    refused(
        "sealed-rules",
        new SealedRequest(
            strict.plan(),
            OptionalInt.of(4),
            OptionalInt.of(3),
            strict.units(),
            strict.covers(),
            strict.order(),
            strict.without(),
            Map.of(),
            true,
            association()));
  }

  @Test
  @Order(3)
  void whatIsOpenedPassesEveryAgencysCheckAndRolesTakeTurns() throws Exception {
    offer();
    StoredCollection first = open(request("prov-ht", "HT2025"));
    SealedTerms terms = first.manifest().sealed().orElseThrow();
    assertThat(ManifestCheck.refusals(first.manifest(), 3)).isEmpty();
    assertThat(terms.k()).isEqualTo(5);
    assertThat(terms.t()).isEqualTo(1);
    assertThat(terms.roles()).hasSize(4);
    assertThat(terms.magnitudes()).containsExactly(new SealedTerms.Magnitude(SealedTrial.COST, 2));
    // All have been used once; of three offers three are taken, by another order.
    for (TestAgency agency : trial.agencies.subList(1, 4)) {
      trial.offer(agency);
    }
    StoredCollection second = open(request("prov-vt", "VT2026"));
    assertThat(ids(second)).doesNotContain(all.get(0)).hasSize(3);
    offer();
    StoredCollection third = open(request("prov-later", "HT2026"));
    // Whoever has had a role the least often comes first.
    assertThat(ids(third).get(0)).isEqualTo(all.get(0));
  }

  @Test
  @Order(4)
  void theSameRecordsAreGatheredOnce() throws Exception {
    offer();
    refused("same-records", request("prov-again", "HT2025"));
    SealedRequest other = request("prov-again", "HT2025");
    assertThatThrownBy(
            () -> aggregator.bean(Opening.class).open(other.plan(), catalogue, "coordinator"))
        .isInstanceOf(ActionRefused.class)
        .hasMessage("same-records");
    SealedRequest open = request("prov-open", "HT2010");
    aggregator.bean(Opening.class).open(open.plan(), catalogue, "coordinator");
    refused("same-records", request("prov-shut", "HT2010"));
    refused("collected-open", closedName("prov-open", "HT2010"));
    refused("attempt-running", request("prov-ht", "HT2025"));
  }

  @Test
  @Order(5)
  void aNewAttemptNeedsTheWordOfAOrB() throws Exception {
    offer();
    StoredCollection first = open(request("prov-ends", "HT2027"));
    aggregator
        .bean(AttemptEnd.class)
        .byCoordinator(first.manifest().collection(), "nobody answers", "coordinator");
    offer();
    refused("word-missing", request("prov-ends", "HT2027"));
    // C's word is not enough; B's is.
    say(first, ids(first).get(2), List.of());
    refused("word-missing", request("prov-ends", "HT2027"));
    say(first, ids(first).get(1), all);
    refused("attempt-differs", request("prov-ends", "VT2027"));
    refused("tested-agency-left-out", fewer(request("prov-ends", "HT2027")));
    SealedRequest lower = request("prov-ends", "HT2027");
    refused(
        "attempt-differs",
        new SealedRequest(
            lower.plan(),
            OptionalInt.of(4),
            OptionalInt.empty(),
            lower.units(),
            lower.covers(),
            List.of(),
            Set.of(),
            Map.of(),
            true,
            association()));

    StoredCollection second = open(request("prov-ends", "HT2027"));
    assertThat(second.manifest().version()).isEqualTo(2);
    assertThat(second.manifest().definitions()).isEqualTo(first.manifest().definitions());
    SealedTerms terms = second.manifest().sealed().orElseThrow();
    assertThat(terms.earlier()).hasSize(1);
    assertThat(terms.earlier().get(0).role()).isEqualTo(ids(first).get(1));
    assertThat(terms.roles())
        .doesNotContainAnyElementsOf(first.manifest().sealed().orElseThrow().roles());
    assertThat(ManifestCheck.refusals(second.manifest(), 3)).isEmpty();

    offer();
    refused("attempt-running", request("prov-ends", "HT2027"));
    say(second, ids(second).get(0), List.of());
    StoredCollection third = open(request("prov-ends", "HT2027"));
    assertThat(third.manifest().sealed().orElseThrow().earlier())
        .extracting(SealedTerms.Unopened::role)
        .containsExactly(ids(first).get(1), ids(second).get(0));
  }

  @Test
  @Order(6)
  void afterTheTotalsAreOpenedThereIsNoOther() throws Exception {
    StoredCollection opened = trial.collection("HT2015");
    LastSteps last = LastSteps.of(opened, LastSteps.many(opened));
    last.send(trial, opened, last.sharesOfB(trial.agencies.get(1), 0));
    offer();
    refused("no-further-attempt", request("sealed-ht2015", "HT2015"));
    assertThatThrownBy(
            () ->
                aggregator
                    .bean(Opening.class)
                    .open(request("sealed-ht2015", "HT2015").plan(), catalogue, "coordinator"))
        .isInstanceOf(ActionRefused.class)
        .hasMessage("collection-sealed");
  }

  @Test
  @Order(7)
  void whoHasARoleOnlyHasNoRecordsInIt() throws Exception {
    TestAgency helper = TestAgency.of("lansstyrelsen");
    trial.enrol(helper);
    offer();
    trial.offer(helper);
    StoredCollection made =
        open(
            with(
                request("prov-help", "HT2029"),
                association(),
                true,
                Map.of(RoleName.B, helper.id())));
    assertThat(ids(made).get(1)).isEqualTo(helper.id());
    assertThat(made.manifest().participant(helper.id())).isPresent();
    assertThat(made.manifest().contributors()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(ManifestCheck.refusals(made.manifest(), 3)).isEmpty();
    // It may gather records of its own openly.
    CollectionPlan own = request("prov-own", "HT2029").plan();
    aggregator
        .bean(Opening.class)
        .open(
            new CollectionPlan(
                own.id(),
                own.constellation(),
                own.period(),
                own.definitions(),
                List.of(helper.id()),
                own.deadline()),
            catalogue,
            "coordinator");
  }

  @Test
  @Order(8)
  void agenciesOfOneAuthorityCountTogether() throws Exception {
    TestAgency sister = TestAgency.of("skolan-norr");
    trial.enrol(sister, SealedTrial.authority(trial.agencies.get(0)));
    List<AgencyId> five = new ArrayList<>(all);
    five.add(sister.id());
    offer();
    trial.offer(sister);
    SealedRequest request = of(request("prov-five", "HT2031"), five);
    StoredCollection made = open(request);
    assertThat(made.manifest().sealed().orElseThrow().t()).isEqualTo(2);
    assertThat(ids(made)).hasSize(4);
    assertThat(ManifestCheck.refusals(made.manifest(), 3)).isEmpty();
    offer();
    SealedRequest other = of(request("prov-one", "VT2031"), five);
    refused(
        "sealed-rules",
        new SealedRequest(
            other.plan(),
            other.k(),
            OptionalInt.of(1),
            other.units(),
            other.covers(),
            List.of(),
            Set.of(),
            Map.of(),
            true,
            association()));
  }

  private static SealedRequest of(SealedRequest request, List<AgencyId> participants) {
    CollectionPlan plan = request.plan();
    Map<AgencyId, Set<String>> covers = new HashMap<>();
    participants.forEach(agency -> covers.put(agency, UNITS));
    return new SealedRequest(
        new CollectionPlan(
            plan.id(),
            plan.constellation(),
            plan.period(),
            plan.definitions(),
            participants,
            plan.deadline()),
        request.k(),
        request.t(),
        request.units(),
        covers,
        List.of(),
        Set.of(),
        Map.of(),
        true,
        association());
  }

  private void offer() throws Exception {
    for (TestAgency agency : trial.agencies) {
      trial.offer(agency);
    }
  }

  private void say(StoredCollection attempt, AgencyId role, List<AgencyId> contributors)
      throws Exception {
    TestAgency agency =
        trial.agencies.stream().filter(a -> a.id().equals(role)).findFirst().orElseThrow();
    byte[] word =
        Codecs.SIGNED.write(
            new Unopened(
                    SealedManifest.of(attempt.manifest()).hash(), role, "deadline", contributors)
                .signedBy(agency.key()));
    assertThat(
            trial
                .put(agency, attempt, Address.toRoles(SealedStep.UNOPENED, role), word)
                .statusCode())
        .isEqualTo(200);
  }

  private static List<AgencyId> ids(StoredCollection collection) {
    return collection.manifest().sealed().orElseThrow().roles().stream()
        .map(RoleKey::agency)
        .toList();
  }

  private StoredCollection open(SealedRequest request) throws Exception {
    return aggregator.bean(SealedOpening.class).open(request, catalogue, "coordinator");
  }

  private void refused(String word, SealedRequest request) {
    assertThatThrownBy(() -> open(request)).isInstanceOf(ActionRefused.class).hasMessage(word);
  }

  /** The open collection's own name, once it is closed. */
  private SealedRequest closedName(String id, String period) throws Exception {
    aggregator.bean(Closing.class).close(new CollectionId(id), Set.copyOf(all), "coordinator");
    return request(id, period);
  }

  private SealedRequest fewer(SealedRequest request) {
    return of(request, all.subList(1, 4));
  }

  private static SealedRequest with(
      SealedRequest request,
      Optional<AuthorityId> aggregator,
      boolean possible,
      Map<RoleName, AgencyId> roles) {
    return new SealedRequest(
        request.plan(),
        request.k(),
        request.t(),
        request.units(),
        request.covers(),
        request.order(),
        request.without(),
        roles,
        possible,
        aggregator);
  }

  private SealedRequest request(String id, String period) {
    Map<AgencyId, Set<String>> covers = new HashMap<>();
    all.forEach(agency -> covers.put(agency, UNITS));
    return new SealedRequest(
        new CollectionPlan(
            new CollectionId(id),
            new Text("Samsyn", "Samsyn"),
            Period.parse(period),
            List.of(new DefinitionId("placements")),
            all,
            Optional.empty()),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.of(new DimensionId("municipality")),
        covers,
        List.of(),
        Set.of(),
        Map.of(),
        true,
        association());
  }

  private static Optional<AuthorityId> association() {
    return Optional.of(new AuthorityId("the-association"));
  }
}
