package se.samsyn.aggregator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.LikeDefinition;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.joint.OwnTables;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.check.Objections;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.definition.Condition;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.table.Cell;

/** The ledger on a real database: what readers see, and what the check holds back. */
class ReleaseTest {
  private static final DefinitionId DEFINITION = new DefinitionId(SmallCatalogue.DEFINITION);
  private static final MeasureId CHILDREN = new MeasureId("children");
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static TrialRounds rounds;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
  }

  @Test
  void readersSeeNothingOfAClosedCollectionUntilItIsReleased() throws Exception {
    StoredCollection closed = rounds.closed("VT2010", 30, 12, 10, 8);
    assertThat(tables().closed(closed.manifest().collection().value())).isEmpty();
    assertThat(find(closed)).isEmpty();
    String page =
        "/api/v1/collections/"
            + closed.manifest().collection()
            + "/tables/"
            + SmallCatalogue.DEFINITION
            + "/csv";
    assertThat(aggregator.visitor(Role.STEERING).get(page).statusCode()).isEqualTo(404);
    make(closed, ReleaseStatus.PROVISIONAL, "");
    assertThat(find(closed)).isPresent();
    assertThat(aggregator.visitor(Role.STEERING).get(page).statusCode()).isEqualTo(200);
    assertThat(release(closed).status()).isEqualTo(ReleaseStatus.PROVISIONAL);
    make(closed, ReleaseStatus.FINAL, "");
    assertThat(release(closed).status()).isEqualTo(ReleaseStatus.FINAL);
    assertThatThrownBy(() -> make(closed, ReleaseStatus.FINAL, ""))
        .isInstanceOf(ActionRefused.class);
  }

  @Test
  void anOpenCollectionIsNotReleased() throws Exception {
    StoredCollection open = rounds.open("VT2011");
    assertThatThrownBy(() -> make(open, ReleaseStatus.FINAL, ""))
        .isInstanceOfSatisfying(
            ActionRefused.class,
            e -> assertThat(e.why()).isEqualTo(ActionRefused.Why.COLLECTION_NOT_CLOSED));
  }

  @Test
  void whatIsWithdrawnIsGoneAndTheReasonIsShown() throws Exception {
    StoredCollection closed = rounds.closed("VT2012", 30, 12, 10, 8);
    make(closed, ReleaseStatus.FINAL, "");
    CollectionId id = closed.manifest().collection();
    assertThatThrownBy(() -> aggregator.bean(Releasing.class).withdraw(id, " ", "coordinator"))
        .isInstanceOf(ActionRefused.class);
    aggregator.bean(Releasing.class).withdraw(id, "Fel period levererades.", "coordinator");
    assertThat(find(closed)).isEmpty();
    assertThat(tables().withdrawn())
        .filteredOn(w -> w.manifest().collection().equals(id))
        .singleElement()
        .satisfies(
            w -> assertThat(w.release().latest().note()).isEqualTo("Fel period levererades."));
    assertThat(aggregator.bean(ReleaseLedger.class).latest(id).orElseThrow().lines()).hasSize(2);
  }

  @Test
  void aCorrectionByOneChildIsHeldAndReleasedWithARemedy() throws Exception {
    StoredCollection first = rounds.closed("VT2013", 30, 12, 10, 8);
    make(first, ReleaseStatus.FINAL, "");
    StoredCollection second = rounds.closed("VT2013", 31, 13, 10, 8);
    Releasing.Outcome outcome = tried(second, "Skolan har rättat.", Optional.empty());
    assertThat(outcome).isInstanceOf(Releasing.Outcome.Held.class);
    Objections held = ((Releasing.Outcome.Held) outcome).objections();
    assertThat(held.objections()).isNotEmpty();
    assertThat(held.objections())
        .allSatisfy(o -> assertThat(o.releases()).contains("prov-vt2013/2"));
    // Held means that readers still see the first version.
    assertThat(release(first).version()).isEqualTo(1);
    assertThat(held.remedies()).isNotEmpty();
    assertThatThrownBy(() -> tried(second, "Skolan har rättat.", Optional.of("1-00000000")))
        .isInstanceOf(ActionRefused.class);
    Objections.Option picked = held.remedies().get(0);
    Releasing.Outcome made = tried(second, "Skolan har rättat.", Optional.of(picked.token()));
    assertThat(made).isInstanceOf(Releasing.Outcome.Made.class);
    assertThat(release(second).version()).isEqualTo(2);
    assertThat(release(second).report().remedy()).contains(picked.kind());
    assertThat(release(second).report().against()).containsExactly("prov-vt2013/1");
    for (HiddenCell cell : picked.hidden()) {
      List<Cell> column =
          cell.agency().isPresent()
              ? find(second).orElseThrow().byActor().get(cell.agency().get()).get(CHILDREN)
              : find(second).orElseThrow().joint().get(CHILDREN);
      assertThat(column.get(cell.cell())).isEqualTo(Cell.SUPPRESSED);
    }
  }

  @Test
  void aWithdrawnReleaseIsStillKnownToWhoeverHasReadIt() throws Exception {
    StoredCollection first = rounds.closed("VT2014", 30, 12, 10, 8);
    make(first, ReleaseStatus.FINAL, "");
    aggregator
        .bean(Releasing.class)
        .withdraw(first.manifest().collection(), "Rättas.", "coordinator");
    StoredCollection second = rounds.closed("VT2014", 31, 13, 10, 8);
    assertThat(tried(second, "Rättad.", Optional.empty()))
        .isInstanceOf(Releasing.Outcome.Held.class);
  }

  @Test
  void aTableHandedOutApartCountsAsARelease() throws Exception {
    StoredCollection first = rounds.closed("VT2015", 30, 12, 10, 8);
    handedOut(first, own(), 90, 32, 30, 28);
    // Never released, but whoever has the extract sees that one child was added.
    StoredCollection second = rounds.closed("VT2015", 31, 13, 10, 8);
    Releasing.Outcome outcome = tried(second, "", Optional.empty());
    assertThat(outcome).isInstanceOf(Releasing.Outcome.Held.class);
    Objections held = ((Releasing.Outcome.Held) outcome).objections();
    assertThat(held.objections())
        .anySatisfy(o -> assertThat(o.releases()).anyMatch(name -> name.startsWith("extract/")));
    assertThat(held.remedies()).isNotEmpty();
    assertThat(tried(second, "", Optional.of(held.remedies().get(0).token())))
        .isInstanceOf(Releasing.Outcome.Made.class);
  }

  @Test
  void theSameCorrectionIsReleasedWhereNothingWasHandedOut() throws Exception {
    rounds.closed("VT2020", 30, 12, 10, 8);
    StoredCollection second = rounds.closed("VT2020", 31, 13, 10, 8);
    assertThat(tried(second, "", Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
    assertThat(release(second).report().against()).isEmpty();
  }

  @Test
  void anExtractInAnotherGroupingIsCheckedWithTheRelease() throws Exception {
    StoredCollection closed = rounds.closed("VT2021", 30, 12, 10, 8);
    handedOut(closed, LikeDefinition.nextVersion(own(), Unit.PERSONS), 90, 32, 30, 28);
    assertThat(tried(closed, "", Optional.empty())).isInstanceOf(Releasing.Outcome.Made.class);
    assertThat(release(closed).report().against())
        .singleElement()
        .satisfies(name -> assertThat(name).startsWith("extract/"));
  }

  @Test
  void whatAnExtractInAnotherGroupingLeavesOfTheReleaseIsHeld() throws Exception {
    StoredCollection closed = rounds.closed("VT2022", 30, 12, 10, 8);
    // One child is not in it.
    handedOut(
        closed,
        LikeDefinition.nextVersion(own(), new Condition.Present("opened_by")),
        89,
        32,
        30,
        27);
    assertThat(tried(closed, "", Optional.empty())).isInstanceOf(Releasing.Outcome.Held.class);
  }

  @Test
  void besideAnExtractThatCannotBeComparedNothingIsReleased() throws Exception {
    StoredCollection closed = rounds.closed("VT2023", 30, 12, 10, 8);
    handedOut(closed, LikeDefinition.nextVersion(own(), Unit.EVENTS), 90, 32, 30, 28);
    assertThatThrownBy(() -> tried(closed, "", Optional.empty()))
        .isInstanceOfSatisfying(
            ActionRefused.class,
            e -> assertThat(e.why()).isEqualTo(ActionRefused.Why.RELEASE_NOT_CHECKED));
  }

  @Test
  void anotherPeriodIsNotEvenRead() throws Exception {
    StoredCollection one = rounds.closed("HT2016", 30, 12, 10, 8);
    make(one, ReleaseStatus.FINAL, "");
    StoredCollection other = rounds.closed("VT2016", 31, 13, 10, 8);
    make(other, ReleaseStatus.FINAL, "");
    assertThat(release(other).report().against()).isEmpty();
  }

  @Test
  void theCoordinatorReleasesAndWithdrawsOnThePageWithoutScripts() throws Exception {
    StoredCollection closed = rounds.closed("VT2019", 30, 12, 10, 8);
    String page = "/coordinator/collections/" + closed.manifest().collection();
    Visitor coordinator = aggregator.visitor(Role.COORDINATOR);
    assertThat(coordinator.post(page + "/release", Map.of("note", "x")).statusCode())
        .isEqualTo(403);
    assertThat(find(closed)).isEmpty();
    assertThat(coordinator.submit(page, page + "/release", Map.of()).statusCode()).isEqualTo(303);
    assertThat(release(closed).status()).isEqualTo(ReleaseStatus.PROVISIONAL);
    assertThat(release(closed).latest().actor()).isEqualTo("coordinator");
    assertThat(coordinator.get(page).body()).contains(release(closed).name());
    assertThat(
            coordinator
                .submit(page, page + "/withdraw", Map.of("reason", "Fel period."))
                .statusCode())
        .isEqualTo(303);
    assertThat(find(closed)).isEmpty();
    assertThat(coordinator.get("/coordinator").body()).contains("Fel period.");
    // The same figures again say nothing new.
    assertThat(
            coordinator.submit(page, page + "/release", Map.of("note", "Samma igen.")).statusCode())
        .isEqualTo(303);
    assertThat(release(closed).version()).isEqualTo(2);
  }

  @Test
  void theLedgerCannotBeRewritten() throws Exception {
    StoredCollection closed = rounds.closed("VT2017", 30, 12, 10, 8);
    make(closed, ReleaseStatus.FINAL, "");
    for (String change :
        List.of(
            "UPDATE release_status SET status = 'provisional'",
            "DELETE FROM release_status",
            "UPDATE release SET figures = 0",
            "DELETE FROM release",
            "TRUNCATE release_status",
            "INSERT INTO release_status SELECT number, collection, version, 'withdrawn', at, actor,"
                + " 'x' FROM release_status WHERE number = 1",
            "INSERT INTO release_status SELECT max(number) OVER () + 2, collection, version,"
                + " 'withdrawn', at, actor, 'x' FROM release_status WHERE collection = 'prov-vt2017'")) {
      assertThatThrownBy(
              () ->
                  aggregator
                      .bean(Transactions.class)
                      .write(c -> c.createStatement().executeUpdate(change)))
          .as(change)
          .isInstanceOf(Exception.class);
    }
  }

  @Test
  void anAgencysPeopleSeeTheirOwnPartAndNoOther() throws Exception {
    StoredCollection closed = rounds.closed("VT2018", 30, 12, 10, 8);
    make(closed, ReleaseStatus.FINAL, "");
    var seen =
        aggregator
            .bean(OwnTables.class)
            .find(
                rounds.school().id(),
                closed.manifest().collection(),
                closed.manifest().definitions().get(0).ref())
            .orElseThrow();
    assertThat(seen.byActor()).containsOnlyKeys(rounds.school().id());
    assertThat(seen.joint()).isEqualTo(find(closed).orElseThrow().joint());
  }

  private static void handedOut(StoredCollection of, Definition definition, long... values) {
    aggregator
        .bean(Extracts.class)
        .record(
            of.hash(),
            definition,
            "Länsstyrelsen, dnr 1",
            Map.of(
                CHILDREN, LongStream.of(values).mapToObj(v -> (Cell) new Cell.Value(v)).toList()),
            "coordinator");
  }

  private static Definition own() {
    return rounds.catalogue().definition(DEFINITION).orElseThrow();
  }

  private static JointTables tables() {
    return aggregator.bean(JointTables.class);
  }

  private static Optional<se.samsyn.aggregator.joint.JointTable> find(StoredCollection collection) {
    return tables()
        .find(collection.manifest().collection(), collection.manifest().definitions().get(0).ref());
  }

  private static Release release(StoredCollection collection) {
    return tables().closed(collection.manifest().collection().value()).orElseThrow().release();
  }

  private static void make(StoredCollection closed, ReleaseStatus status, String note)
      throws ActionRefused {
    assertThat(rounds.tried(closed, status, note, Optional.empty()))
        .isInstanceOf(Releasing.Outcome.Made.class);
  }

  private static Releasing.Outcome tried(
      StoredCollection closed, String note, Optional<String> remedy) throws ActionRefused {
    return rounds.tried(closed, ReleaseStatus.FINAL, note, remedy);
  }
}
