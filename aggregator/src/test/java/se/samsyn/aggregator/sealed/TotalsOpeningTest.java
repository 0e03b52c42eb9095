package se.samsyn.aggregator.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.joint.ClosedTables;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.ContributorSet;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * The end of attempts, over HTTP on a real database: opened totals are the plain sums, and whoever
 * lies gets nothing published.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TotalsOpeningTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private SealedTrial trial;
  private TestAgency a;
  private TestAgency b;

  @BeforeAll
  void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    a = trial.agencies.get(0);
    b = trial.agencies.get(1);
  }

  @Test
  void openedTotalsAreThePlainSums() throws Exception {
    StoredCollection collection = trial.collection("HT2020");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    last.sendButShares(trial, collection);
    trial.put(b, collection, LastSteps.shares(b), last.sharesOfB(b, 0));
    assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.RUNNING);
    assertThat(count("joint_cell", collection)).isZero();
    trial.put(a, collection, LastSteps.shares(a), last.sharesOfA(a));

    assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.OPENED);
    assertThat(count("sealed_message", collection)).isZero();
    assertThat(aggregator.bean(Collections.class).find(collection.hash()).orElseThrow().isOpen())
        .isFalse();
    assertThat(trial.get(a, collection, Address.toRoles(SealedStep.SET, b.id())).statusCode())
        .isEqualTo(410);
    JointTable table = table(collection);
    assertThat(table.reported()).hasSize(4);
    assertThat(table.byActor()).isEmpty();
    CellSpace space = CellSpace.of(table.definition());
    SealedManifest manifest = SealedManifest.of(collection.manifest());
    NodeOrder order = new NodeOrder(manifest);
    int open = 0;
    for (int cell = 0; cell < space.size(); cell++) {
      List<String> codes = space.coordinates(cell);
      String unit = codes.get(0).equals(Code.TOTAL) ? manifest.units().code() : codes.get(0);
      int node = order.node(unit, 0, codes.get(1));
      Cell children = table.joint().get(SealedTrial.CHILDREN).get(cell);
      Cell cost = table.joint().get(SealedTrial.COST).get(cell);
      boolean counted = last.walk.open(0).get(node);
      open += counted ? 1 : 0;
      assertThat(children)
          .isEqualTo(counted ? new Cell.Value(last.total(0, node)) : Cell.NOT_APPLICABLE);
      assertThat(cost)
          .isEqualTo(
              last.walk.open(1).get(node)
                  ? new Cell.Value(last.total(1, node))
                  : Cell.NOT_APPLICABLE);
    }
    assertThat(open).isBetween(5, space.size() - 2);
    assertThat(AuditRows.of(aggregator, AuditAction.OPEN_TOTALS))
        .contains(List.of("skolan", collection.name(), "done"));
  }

  @Test
  void theLastTwoAtOnceOpenThemOnce() throws Exception {
    for (String period : List.of("HT2001", "HT2002", "HT2003", "HT2004", "HT2005")) {
      StoredCollection collection = trial.collection(period);
      LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
      last.sendButShares(trial, collection);
      CompletableFuture<Integer> other =
          CompletableFuture.supplyAsync(
              () -> status(a, collection, LastSteps.shares(a), last.sharesOfA(a)));
      assertThat(status(b, collection, LastSteps.shares(b), last.sharesOfB(b, 0))).isEqualTo(200);
      assertThat(other.get()).isEqualTo(200);
      assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.OPENED);
      assertThat(table(collection).reported()).hasSize(4);
    }
  }

  private int status(TestAgency from, StoredCollection collection, Address address, byte[] body) {
    try {
      return trial.put(from, collection, address, body).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whereNotEvenTheWholeIsSafeEveryCellIsSuppressed() throws Exception {
    StoredCollection collection = trial.collection("VT2020");
    Map<AgencyId, PlainPersons> few = new TreeMap<>();
    for (TestAgency agency : trial.agencies.subList(0, 3)) {
      few.put(
          agency.id(),
          new PlainPersons(SealedManifest.of(collection.manifest())).add(2, "al", "1", 5));
    }
    LastSteps last = LastSteps.of(collection, few);
    last.send(trial, collection, last.sharesOfB(b, 0));
    assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.OPENED);
    JointTable table = table(collection);
    assertThat(table.joint().get(SealedTrial.CHILDREN)).containsOnly(Cell.SUPPRESSED);
    assertThat(table.joint().get(SealedTrial.COST)).containsOnly(Cell.SUPPRESSED);
    assertThat(table.notReported()).extracting(Participant::agency).containsExactly(fourth().id());
  }

  @Test
  void nobodyAnywhereIsZeroAndZero() throws Exception {
    StoredCollection collection = trial.collection("HT2012");
    Map<AgencyId, PlainPersons> none = new TreeMap<>();
    trial.agencies.forEach(
        agency ->
            none.put(agency.id(), new PlainPersons(SealedManifest.of(collection.manifest()))));
    LastSteps last = LastSteps.of(collection, none);
    last.send(trial, collection, last.sharesOfB(b, 0));
    assertThat(table(collection).joint().get(SealedTrial.CHILDREN)).containsOnly(new Cell.Value(0));
    assertThat(table(collection).joint().get(SealedTrial.COST)).containsOnly(new Cell.Value(0));
  }

  @Test
  void aShiftedShareIsVoid() throws Exception {
    StoredCollection collection = trial.collection("HT2019");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    last.send(trial, collection, last.sharesOfB(b, 1));
    isVoid(collection, "parts-do-not-add-up");
  }

  @Test
  void aTotalBelowTheThresholdIsVoid() throws Exception {
    StoredCollection collection = trial.collection("VT2019");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    last.send(trial, collection, last.sharesOfB(b, 7 - last.total(0, 0)));
    isVoid(collection, "total-too-small");
  }

  @Test
  void otherBitsThanTheRolesHaveSignedAreVoid() throws Exception {
    StoredCollection collection = trial.collection("HT2018");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    List<Boolean> bits = new ArrayList<>(last.walk.settledBits());
    bits.set(bits.size() - 1, !bits.get(bits.size() - 1));
    sendAsFarAsItGoes(collection, last, LastSteps.settled(bits));
    isVoid(collection, "other-bits");
  }

  @Test
  void tooFewOrTooManyBitsAreVoid() throws Exception {
    StoredCollection few = trial.collection("VT2018");
    LastSteps last = LastSteps.of(few, LastSteps.many(few));
    List<Boolean> bits = new ArrayList<>(last.walk.settledBits());
    sendAsFarAsItGoes(few, last, LastSteps.settled(bits.subList(0, bits.size() - 1)));
    isVoid(few, "other-bits");

    StoredCollection many = trial.collection("HT2017");
    last = LastSteps.of(many, LastSteps.many(many));
    bits = new ArrayList<>(last.walk.settledBits());
    bits.add(false);
    sendAsFarAsItGoes(many, last, LastSteps.settled(bits));
    isVoid(many, "other-bits");
  }

  @Test
  void aWordOfAnotherAgencyIsVoid() throws Exception {
    StoredCollection collection = trial.collection("VT2017");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    Address place = Address.toRoles(SealedStep.WORD, trial.agencies.get(2).id());
    trial.put(trial.agencies.get(2), collection, place, last.word(fourth()));
    sendAsFarAsItGoes(collection, last, last.settled());
    isVoid(collection, "not-authentic");
  }

  @Test
  void twoSetsOfContributorsAreVoid() throws Exception {
    StoredCollection collection = trial.collection("HT2016");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    SortedMap<AgencyId, Sha256> fewer = new TreeMap<>(last.set.contributions());
    fewer.remove(fourth().id());
    trial.put(
        b,
        collection,
        Address.toRoles(SealedStep.SET, b.id()),
        Codecs.SIGNED.write(
            Signed.by(
                b.key(),
                Label.SEALED_SET,
                new ContributorSet(last.manifest.hash(), fewer).bytes())));
    sendAsFarAsItGoes(collection, last, last.settled());
    isVoid(collection, "other-contributors");
  }

  @Test
  void fewerThanThreeContributorsAreVoid() throws Exception {
    StoredCollection collection = trial.collection("VT2016");
    Map<AgencyId, PlainPersons> two = new TreeMap<>(LastSteps.many(collection));
    two.remove(fourth().id());
    two.remove(a.id());
    LastSteps last = LastSteps.of(collection, two);
    last.send(trial, collection, last.sharesOfB(b, 0));
    isVoid(collection, "too-few-contributors");
  }

  @Test
  void sharesThatAreNoMessageAreVoid() throws Exception {
    StoredCollection collection = trial.collection("HT2015");
    LastSteps last = LastSteps.of(collection, LastSteps.many(collection));
    last.send(trial, collection, "no message".getBytes(StandardCharsets.UTF_8));
    isVoid(collection, "not-authentic");
  }

  private TestAgency fourth() {
    return trial.agencies.get(3);
  }

  /** What lies there already is left as it is. */
  private void sendAsFarAsItGoes(StoredCollection collection, LastSteps last, byte[] settled)
      throws Exception {
    trial.put(a, collection, Address.toRoles(SealedStep.SET, a.id()), last.set(a));
    trial.put(b, collection, Address.toRoles(SealedStep.SET, b.id()), last.set(b));
    trial.put(b, collection, Address.toRoles(SealedStep.SETTLED, b.id()), settled);
    for (TestAgency role : trial.agencies.subList(0, 3)) {
      trial.put(role, collection, Address.toRoles(SealedStep.WORD, role.id()), last.word(role));
    }
    trial.put(a, collection, LastSteps.shares(a), last.sharesOfA(a));
    trial.put(b, collection, LastSteps.shares(b), last.sharesOfB(b, 0));
  }

  private void isVoid(StoredCollection collection, String reason) throws Exception {
    assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.VOID);
    assertThat(count("joint_cell", collection)).isZero();
    assertThat(count("sealed_message", collection)).isZero();
    assertThat(count("sealed_contributor", collection)).isZero();
    assertThat(AuditRows.of(aggregator, AuditAction.VOID_ATTEMPT))
        .contains(List.of("varden", collection.name() + " " + reason, "done"));
  }

  private SealedOutcome.State outcome(StoredCollection collection) throws Exception {
    return Codecs.SEALED_OUTCOME.read(trial.outcome(fourth(), collection).body()).state();
  }

  private JointTable table(StoredCollection collection) {
    return aggregator
        .bean(ClosedTables.class)
        .table(collection, collection.manifest().definitions().get(0));
  }

  private static long count(String table, StoredCollection collection) {
    return aggregator
        .bean(Transactions.class)
        .read(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "SELECT count(*) FROM " + table + " WHERE manifest_hash = ?")) {
                select.setString(1, collection.hash().hex());
                try (var found = select.executeQuery()) {
                  found.next();
                  return found.getLong(1);
                }
              }
            });
  }
}
