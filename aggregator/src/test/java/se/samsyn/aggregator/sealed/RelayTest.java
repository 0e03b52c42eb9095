package se.samsyn.aggregator.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.audit.AuditAction;
import se.samsyn.aggregator.audit.AuditRows;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.joint.Closing;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.Routes;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/** What an attacker or a wrong agent may try at the relay, on a real server and database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTest {
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static final byte[] MESSAGE = "ciphertext".getBytes(StandardCharsets.US_ASCII);

  private SealedTrial trial;
  private TestAgency a;
  private TestAgency b;
  private TestAgency c;
  private TestAgency fourth;
  private final TestAgency outsider = TestAgency.of("utomstaende");
  private StoredCollection collection;

  @BeforeAll
  void start() throws Exception {
    trial = SealedTrial.at(aggregator);
    trial.enrol(outsider);
    a = trial.agencies.get(0);
    b = trial.agencies.get(1);
    c = trial.agencies.get(2);
    fourth = trial.agencies.get(3);
    collection = trial.collection("HT2020");
  }

  @Test
  void aMessageIsThereOnceForItsReaderAlone() throws Exception {
    Address seed = Address.of(SealedStep.SEED, fourth.id(), a.id(), 0);
    refused(Refusal.NOT_YET, trial.get(a, collection, seed));
    accepted(trial.put(fourth, collection, seed, MESSAGE));
    accepted(trial.put(fourth, collection, seed, MESSAGE));
    assertThat(trial.get(a, collection, seed).body()).isEqualTo(MESSAGE);
    refused(Refusal.ANOTHER_MESSAGE, trial.put(fourth, collection, seed, new byte[] {1}));
    assertThat(trial.get(a, collection, seed).body()).isEqualTo(MESSAGE);
    for (TestAgency other : List.of(b, c, fourth, outsider)) {
      refused(Refusal.NO_SUCH_MESSAGE, trial.get(other, collection, seed));
    }
  }

  @Test
  void whatIsForAllRolesIsForThem() throws Exception {
    Address contribution = Address.toRoles(SealedStep.CONTRIBUTION, fourth.id());
    accepted(trial.put(fourth, collection, contribution, MESSAGE));
    for (TestAgency role : List.of(a, b, c)) {
      assertThat(trial.get(role, collection, contribution).body()).isEqualTo(MESSAGE);
    }
    refused(Refusal.NO_SUCH_MESSAGE, trial.get(fourth, collection, contribution));
    Address shares = LastSteps.shares(a);
    accepted(trial.put(a, collection, shares, MESSAGE));
    for (TestAgency agency : trial.agencies) {
      refused(Refusal.NO_SUCH_MESSAGE, trial.get(agency, collection, shares));
    }
  }

  @Test
  void onlyTheSenderPutsAndOnlyWhatThereIs() throws Exception {
    Address key = Address.of(SealedStep.KEY, fourth.id(), b.id(), 0);
    for (TestAgency other : List.of(a, b, outsider)) {
      refused(Refusal.NO_SUCH_MESSAGE, trial.put(other, collection, key, MESSAGE));
    }
    // A seed for B, a test from the fourth, a chunk that there is not.
    for (Address none :
        List.of(
            Address.of(SealedStep.SEED, fourth.id(), b.id(), 0),
            Address.of(SealedStep.TEST, fourth.id(), c.id(), 0),
            Address.of(SealedStep.COLUMNS, fourth.id(), b.id(), 1))) {
      refused(Refusal.NO_SUCH_MESSAGE, trial.put(fourth, collection, none, MESSAGE));
    }
    for (String path : List.of("nothing/fritiden/skolan/0", "seed/fritiden/skolan/00")) {
      String target = "/api/v1/agent/sealed/" + collection.hash() + "/" + path + query(MESSAGE);
      refused(
          Refusal.NO_SUCH_MESSAGE,
          trial.put(target, SealedTrial.header(fourth, "PUT", target), MESSAGE));
    }
  }

  @Test
  void theSignatureIsOverAddressAndBody() throws Exception {
    Address half = Address.of(SealedStep.HALF, a.id(), b.id(), 0);
    String target = trial.path(collection, half) + query(MESSAGE);
    String header = SealedTrial.header(a, "PUT", target);
    refused(Refusal.BAD_SIGNATURE, trial.put(target, header, new byte[] {1}));
    String other = trial.path(collection, half) + query(new byte[] {1});
    refused(Refusal.BAD_SIGNATURE, trial.put(other, header, new byte[] {1}));
    String elsewhere =
        trial.path(collection, Address.of(SealedStep.HALF, a.id(), c.id(), 0)) + query(MESSAGE);
    refused(Refusal.BAD_SIGNATURE, trial.put(elsewhere, header, MESSAGE));
    String bare = trial.path(collection, half);
    refused(Refusal.MALFORMED, trial.put(bare, SealedTrial.header(a, "PUT", bare), MESSAGE));
    String old =
        AgentRequest.sign(a.key(), a.id(), Instant.now().minus(Duration.ofHours(1)), "PUT", target)
            .header();
    refused(Refusal.STALE_REQUEST, trial.put(target, old, MESSAGE));
    refused(
        Refusal.BAD_SIGNATURE,
        trial.put(
            target,
            AgentRequest.sign(b.key(), a.id(), Instant.now(), "PUT", target).header(),
            MESSAGE));
    refused(Refusal.NOT_YET, trial.get(b, collection, half));
    accepted(trial.put(target, header, MESSAGE));
  }

  @Test
  void anotherManifestIsAnotherPlace() throws Exception {
    StoredCollection other = trial.collection("VT2020");
    Address half = Address.of(SealedStep.HALF, b.id(), a.id(), 0);
    accepted(trial.put(b, other, half, MESSAGE));
    refused(Refusal.NOT_YET, trial.get(a, collection, half));
    StoredCollection unknown =
        new StoredCollection(
            Sha256.of(MESSAGE), other.manifest(), other.signed(), Optional.empty());
    refused(Refusal.UNKNOWN_MANIFEST, trial.put(b, unknown, half, MESSAGE));
    refused(Refusal.UNKNOWN_MANIFEST, trial.get(b, unknown, half));
  }

  @Test
  void aMessageIsNotLargerThanItsStepAllows() throws Exception {
    Address key = Address.of(SealedStep.KEY, a.id(), b.id(), 0);
    long largest = new Routes(SealedManifest.of(collection.manifest())).largest(key);
    refused(Refusal.TOO_LARGE, trial.put(a, collection, key, new byte[(int) largest + 1]));
    refused(Refusal.NOT_YET, trial.get(b, collection, key));
    accepted(trial.put(a, collection, key, new byte[(int) largest]));
  }

  @Test
  void theLevelsOfARoleAreNotLargerThanAllGroups() throws Exception {
    StoredCollection other = trial.collection("VT2014");
    Address first = Address.of(SealedStep.TAGS, a.id(), b.id(), 0);
    int largest = (int) new Routes(SealedManifest.of(other.manifest())).largest(first);
    for (int level = 0; level < 4; level++) {
      Address place = Address.of(SealedStep.TAGS, a.id(), b.id(), Address.level(level, 0));
      accepted(trial.put(a, other, place, new byte[largest]));
    }
    // The same again takes no room; one byte more is too much.
    accepted(trial.put(a, other, first, new byte[largest]));
    Address next = Address.of(SealedStep.TAGS, a.id(), b.id(), Address.level(4, 0));
    refused(Refusal.TOO_LARGE, trial.put(a, other, next, new byte[1]));
    accepted(trial.put(c, other, Address.of(SealedStep.TAGS, c.id(), b.id(), 0), MESSAGE));
  }

  @Test
  void theOutcomeIsForThoseWhoTakePart() throws Exception {
    assertThat(outcome(collection)).isEqualTo(SealedOutcome.State.RUNNING);
    refused(Refusal.NOT_A_PARTICIPANT, trial.outcome(outsider, collection));
  }

  @Test
  void aRolesWordEndsTheAttempt() throws Exception {
    StoredCollection ends = trial.collection("HT2019");
    Address half = Address.of(SealedStep.HALF, a.id(), b.id(), 0);
    accepted(trial.put(a, ends, half, MESSAGE));
    Address place = Address.toRoles(SealedStep.UNOPENED, b.id());
    refused(Refusal.MALFORMED, trial.put(b, ends, place, MESSAGE));
    refused(Refusal.BAD_SIGNATURE, trial.put(b, ends, place, word(ends, b, c)));
    refused(Refusal.ENVELOPE_MISMATCH, trial.put(b, ends, place, word(collection, b, b)));
    assertThat(outcome(ends)).isEqualTo(SealedOutcome.State.RUNNING);

    byte[] word = word(ends, b, b);
    accepted(trial.put(b, ends, place, word));
    assertThat(outcome(ends)).isEqualTo(SealedOutcome.State.ENDED);
    refused(Refusal.ATTEMPT_ENDED, trial.get(b, ends, half));
    refused(Refusal.ATTEMPT_ENDED, trial.put(a, ends, half, MESSAGE));
    refused(
        Refusal.ATTEMPT_ENDED,
        trial.put(a, ends, Address.of(SealedStep.HALF, a.id(), c.id(), 0), MESSAGE));
    // The word itself stays, and the others may say theirs.
    accepted(trial.put(b, ends, place, word));
    assertThat(trial.get(a, ends, place).body()).isEqualTo(word);
    accepted(trial.put(a, ends, Address.toRoles(SealedStep.UNOPENED, a.id()), word(ends, a, a)));
    refused(Refusal.ANOTHER_MESSAGE, trial.put(b, ends, place, otherWord(ends, b)));
    assertThat(AuditRows.of(aggregator, AuditAction.END_ATTEMPT))
        .contains(List.of("varden", ends.name(), "done"));
  }

  @Test
  void theCoordinatorEndsAnAttempt() throws Exception {
    StoredCollection ends = trial.collection("VT2019");
    AttemptEnd end = aggregator.bean(AttemptEnd.class);
    end.byCoordinator(ends.manifest().collection(), "nobody answers", "coordinator");
    assertThat(outcome(ends)).isEqualTo(SealedOutcome.State.ENDED);
    // Its roles still see it, until they have said their word; the others do not.
    assertThat(manifests(a)).contains(ends.hash());
    assertThat(manifests(fourth)).doesNotContain(ends.hash());
    accepted(trial.put(a, ends, Address.toRoles(SealedStep.UNOPENED, a.id()), word(ends, a, a)));
    assertThat(manifests(a)).doesNotContain(ends.hash());
    assertThat(manifests(b)).contains(ends.hash());
    refused(
        Refusal.ATTEMPT_ENDED,
        trial.put(a, ends, Address.of(SealedStep.HALF, a.id(), b.id(), 0), MESSAGE));
    assertThatThrownBy(
            () -> end.byCoordinator(ends.manifest().collection(), "again", "coordinator"))
        .isInstanceOf(ActionRefused.class)
        .hasMessage("attempt-ended");
  }

  @Test
  void nothingIsDeliveredToASealedCollectionAndNobodyClosesIt() throws Exception {
    byte[] body = fourth.submission(collection, TestAgency.table(collection.manifest(), 20, 12, 8));
    refused(
        Refusal.WRONG_DEFINITION,
        TestAgency.post(aggregator.address(), TestAgency.SUBMISSIONS, body));
    assertThatThrownBy(
            () ->
                aggregator
                    .bean(Closing.class)
                    .close(collection.manifest().collection(), Set.of(), "coordinator"))
        .isInstanceOf(ActionRefused.class)
        .hasMessage("collection-sealed");
  }

  @Test
  void aRoleKeyIsOfferedByItsOwnerAndUsedOnce() throws Exception {
    RoleKey first = trial.offer(outsider);
    assertThat(trial.offer(Codecs.ROLE_KEY.write(first)).body())
        .isEqualTo(Codecs.ROLE_KEY.write(first));
    RoleKey second = trial.offer(outsider);
    assertThat(offered(outsider.id())).isEqualTo(second);
    // Replaced once, it does not come back.
    refused(Refusal.ANOTHER_MESSAGE, trial.offer(Codecs.ROLE_KEY.write(first)));
    assertThat(offered(outsider.id())).isEqualTo(second);

    RoleKey forged = RoleKey.offered(outsider.id(), first.key(), fourth.key());
    refused(Refusal.BAD_SIGNATURE, trial.offer(Codecs.ROLE_KEY.write(forged)));
    refused(Refusal.MALFORMED, trial.offer(MESSAGE));
    RoleKey used = collection.manifest().sealed().orElseThrow().roles().get(0);
    refused(Refusal.ANOTHER_MESSAGE, trial.offer(Codecs.ROLE_KEY.write(used)));
    assertThatThrownBy(
            () ->
                aggregator
                    .bean(SealedIssuing.class)
                    .issue(withRolesOf(collection, "sealed-again"), "coordinator"))
        .isInstanceOf(ActionRefused.class)
        .hasMessage("role-key-not-offered");
  }

  /** Another collection with the same, used keys. */
  private CollectionManifest withRolesOf(StoredCollection other, String id) throws Exception {
    CollectionManifest fresh = trial.manifest(id, "VT2010");
    SealedTerms terms = fresh.sealed().orElseThrow();
    return new CollectionManifest(
        fresh.collection(),
        1,
        fresh.constellation(),
        fresh.period(),
        fresh.definitions(),
        fresh.tables(),
        fresh.participants(),
        fresh.encryptionKey(),
        fresh.issued(),
        fresh.deadline(),
        Optional.empty(),
        Optional.of(
            new SealedTerms(
                terms.k(),
                terms.t(),
                terms.units(),
                terms.attributes(),
                terms.magnitudes(),
                true,
                terms.coverage(),
                other.manifest().sealed().orElseThrow().roles(),
                terms.aggregator(),
                List.of())));
  }

  private List<Sha256> manifests(TestAgency agency) throws Exception {
    return Codecs.MANIFEST_LIST
        .read(
            TestAgency.manifests(aggregator.address(), agency.authorization(Instant.now())).body())
        .manifests()
        .stream()
        .map(Signed::hash)
        .toList();
  }

  private RoleKey offered(AgencyId agency) {
    return aggregator.bean(RoleKeys.class).offers().get(agency);
  }

  private static byte[] word(StoredCollection about, TestAgency role, TestAgency signer) {
    return Codecs.SIGNED.write(
        new Unopened(SealedManifest.of(about.manifest()).hash(), role.id(), "deadline", List.of())
            .signedBy(signer.key()));
  }

  private static byte[] otherWord(StoredCollection about, TestAgency role) {
    return Codecs.SIGNED.write(
        new Unopened(SealedManifest.of(about.manifest()).hash(), role.id(), "other", List.of())
            .signedBy(role.key()));
  }

  private SealedOutcome.State outcome(StoredCollection of) throws Exception {
    return Codecs.SEALED_OUTCOME.read(trial.outcome(fourth, of).body()).state();
  }

  private static String query(byte[] body) {
    return "?sha256=" + Sha256.of(body);
  }

  private static void accepted(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
  }

  private static void refused(Refusal reason, HttpResponse<byte[]> answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(reason.status());
    assertThat(body).contains("\"refusal\":\"" + reason.word() + "\"");
  }
}
