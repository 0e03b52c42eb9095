package se.samsyn.aggregator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.Keys;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.agency.Invitations;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.Transactions;
import se.samsyn.aggregator.joint.Closing;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.problem.RefusalCounts;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.Invitation;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * What an attacker or a wrong agent may try over HTTP, on a real server and database: each try is
 * refused with its reason, and nothing is stored.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
  private static final List<String> TABLES =
      List.of("agency", "collection", "submission", "submission_cell", "joint_part", "joint_cell");
  private static final long[] SAFE = {15, -1, -1, 6};

  private final TestAgency school = TestAgency.of("skolan");
  private final TestAgency care = TestAgency.of("varden");
  private final TestAgency outsider = TestAgency.of("utomstaende");
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private Catalogue catalogue;
  private StoredCollection open;
  private StoredCollection closed;
  private Invitation used;
  private int collections;

  @BeforeAll
  void start() throws Exception {
    catalogue = SmallCatalogue.in(aggregator);
    used = enrolled(school);
    enrolled(care);
    enrolled(outsider);
    closed = collection("VT2020");
    accepted(school.submission(closed, TestAgency.table(closed.manifest(), 30, 12, 10, 8)));
    accepted(care.submission(closed, TestAgency.table(closed.manifest(), SAFE)));
    aggregator.bean(Closing.class).close(closed.manifest().collection(), Set.of(), "coordinator");
    aggregator
        .bean(Releasing.class)
        .make(
            closed.manifest().collection(),
            ReleaseStatus.FINAL,
            "",
            Optional.empty(),
            "coordinator");
    open = collection("HT2020");
  }

  @Test
  void aHiddenPartMakesAnIntervalInTheJointTable() {
    JointTable joint =
        aggregator
            .bean(JointTables.class)
            .find(closed.manifest().collection(), closed.manifest().definitions().get(0).ref())
            .orElseThrow();
    assertThat(joint.joint().get(new MeasureId("children")))
        .containsExactly(
            new Cell.Value(45),
            new Cell.Interval(12, 21),
            new Cell.Interval(10, 19),
            new Cell.Value(14));
    assertThat(joint.notReported()).isEmpty();
    assertThat(joint.byActor().get(care.id()).get(new MeasureId("children")))
        .containsExactly(new Cell.Value(15), Cell.SUPPRESSED, Cell.SUPPRESSED, new Cell.Value(6));
  }

  @Test
  void theSameEnvelopeAgainGetsTheSameReceiptAndOneRow() throws Exception {
    StoredCollection collection = collection("VT2021");
    byte[] body = school.submission(collection, TestAgency.table(collection.manifest(), SAFE));
    byte[] receipt = accepted(body);
    Map<String, Long> rows = rows();
    assertThat(accepted(body)).isEqualTo(receipt);
    assertThat(rows()).isEqualTo(rows);

    Signed signed = Codecs.SIGNED.read(receipt);
    Receipt read =
        Codecs.RECEIPT.read(
            signed.open(aggregator.bean(Keys.class).signing().verificationKey(), Label.RECEIPT));
    assertThat(read.envelope()).isEqualTo(Sha256.of(body));
    refused(
        Refusal.ALREADY_DELIVERED,
        school.submission(collection, TestAgency.table(collection.manifest(), SAFE)));
  }

  @Test
  void deliveriesAtTheSameTimeAreStoredOnce() throws Exception {
    StoredCollection collection = collection("VT2022");
    byte[] body = care.submission(collection, TestAgency.table(collection.manifest(), SAFE));
    Map<String, Long> before = rows();
    List<CompletableFuture<HttpResponse<byte[]>>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      byte[] sent =
          i < 4 ? body : care.submission(collection, TestAgency.table(collection.manifest(), SAFE));
      tries.add(CompletableFuture.supplyAsync(() -> posted(sent)));
    }
    List<HttpResponse<byte[]>> answers = tries.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsAnyOf(200);
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 409);
    assertThat(
            answers.stream()
                .filter(a -> a.statusCode() == 200)
                .map(a -> new String(a.body(), StandardCharsets.UTF_8))
                .distinct())
        .hasSize(1);
    assertThat(rows().get("submission")).isEqualTo(before.get("submission") + 1);
    assertThat(rows().get("submission_cell"))
        .isEqualTo(before.get("submission_cell") + SmallCatalogue.CELLS);
  }

  @Test
  void aChangedByte() throws Exception {
    SubmissionEnvelope e = school.envelope(open, table(SAFE));
    byte[] ciphertext = e.ciphertext().clone();
    ciphertext[ciphertext.length / 2] ^= 1;
    refused(
        Refusal.BAD_SIGNATURE,
        write(new SubmissionEnvelope(e.manifest(), e.agency(), e.id(), ciphertext, e.signature())));
    byte[] signature = e.signature().clone();
    signature[10] ^= 1;
    refused(
        Refusal.BAD_SIGNATURE,
        write(new SubmissionEnvelope(e.manifest(), e.agency(), e.id(), e.ciphertext(), signature)));
    refused(
        Refusal.BAD_SIGNATURE,
        write(
            new SubmissionEnvelope(
                closed.hash(), e.agency(), e.id(), e.ciphertext(), e.signature())));
  }

  @Test
  void anotherAgencysName() throws Exception {
    SubmissionEnvelope e = school.envelope(open, table(SAFE));
    refused(
        Refusal.BAD_SIGNATURE,
        write(
            new SubmissionEnvelope(
                e.manifest(), care.id(), e.id(), e.ciphertext(), e.signature())));
    refused(Refusal.UNKNOWN_AGENCY, TestAgency.of("okand-agency").submission(open, table(SAFE)));
    SubmissionId id = SubmissionId.fresh(new SecureRandom());
    refused(
        Refusal.ENVELOPE_MISMATCH,
        write(school.envelope(open, id, new Submission(open.hash(), care.id(), id, table(SAFE)))));
  }

  @Test
  void encryptedToAnotherKey() throws Exception {
    SubmissionId id = SubmissionId.fresh(new SecureRandom());
    byte[] inside =
        Codecs.SUBMISSION.write(new Submission(open.hash(), school.id(), id, table(SAFE)));
    refused(
        Refusal.CANNOT_DECRYPT,
        write(
            SubmissionEnvelope.of(
                open.hash(),
                school.id(),
                id,
                inside,
                DecryptionKey.generate().encryptionKey(),
                school.key())));
  }

  @Test
  void notTheOneSpelling() throws Exception {
    String body = new String(school.submission(open, table(SAFE)), StandardCharsets.UTF_8);
    refused(Refusal.MALFORMED, utf8(body.replaceFirst("\\{", "{\"extra\":1,")));
    refused(Refusal.MALFORMED, utf8(" " + body));
    refused(Refusal.MALFORMED, utf8(body + "{}"));
    refused(Refusal.MALFORMED, utf8("not json"));
    SubmissionId id = SubmissionId.fresh(new SecureRandom());
    byte[] inside =
        Codecs.SUBMISSION.write(new Submission(open.hash(), school.id(), id, table(SAFE)));
    refused(
        Refusal.MALFORMED,
        write(
            SubmissionEnvelope.of(
                open.hash(),
                school.id(),
                id,
                utf8(new String(inside, StandardCharsets.UTF_8) + " "),
                open.manifest().encryptionKey(),
                school.key())));
  }

  @Test
  void oversized() throws Exception {
    byte[] large = new byte[34 << 20];
    java.util.Arrays.fill(large, (byte) ' ');
    long refusals = count(Refusal.TOO_LARGE);
    Map<String, Long> before = rows();
    sendRaw("Content-Length: " + large.length + "\r\n\r\n", large, false);
    sendRaw("Transfer-Encoding: chunked\r\n\r\n", large, true);
    assertThat(count(Refusal.TOO_LARGE)).isEqualTo(refusals + 2);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void unprotected() throws Exception {
    refused(Refusal.NOT_PROTECTED, school.submission(open, table(12, 2, 4, 6)));
    refused(Refusal.NOT_PROTECTED, school.submission(open, table(15, -1, 6, 9)));
    refused(Refusal.NOT_PROTECTED, school.submission(open, table(6, -1, -1, 6)));
    refused(Refusal.INCONSISTENT, school.submission(open, table(30, 10, 10, 11)));
    refused(Refusal.INCONSISTENT, school.submission(open, table(15, -1, -1, 20)));
  }

  @Test
  void notWhatTheManifestAsksFor() throws Exception {
    ProtectedTable good = table(SAFE);
    refused(Refusal.WRONG_SHAPE, school.submission(open, table(15, -1, -1)));
    refused(
        Refusal.WRONG_SHAPE,
        school.submission(
            open, changed(good, good.minimumFrequency(), good.period(), new MeasureId("others"))));
    refused(
        Refusal.POLICY_TOO_LOW,
        school.submission(open, changed(good, 4, good.period(), new MeasureId("children"))));
    refused(
        Refusal.WRONG_DEFINITION,
        school.submission(
            open, changed(good, 5, Period.parse("VT2021"), new MeasureId("children"))));
    refused(
        Refusal.WRONG_DEFINITION,
        school.submission(
            open,
            new ProtectedTable(
                good.definition(), Sha256.of(new byte[1]), good.period(), 5, good.cells())));
  }

  @Test
  void noSuchOrClosedCollection() throws Exception {
    refused(Refusal.COLLECTION_CLOSED, school.submission(closed, table(SAFE)));
    refused(Refusal.NOT_A_PARTICIPANT, outsider.submission(open, table(SAFE)));
    StoredCollection forged =
        new StoredCollection(
            Sha256.of(new byte[] {7}), open.manifest(), open.signed(), Optional.empty());
    refused(Refusal.UNKNOWN_MANIFEST, school.submission(forged, table(SAFE)));
  }

  @Test
  void anInvitationIsGoodOnceForOneAgency() throws Exception {
    refusedAt(
        TestAgency.ENROLMENTS,
        Refusal.INVITATION_NOT_VALID,
        TestAgency.of("skolan").enrolment(used.token()));
    refusedAt(
        TestAgency.ENROLMENTS,
        Refusal.INVITATION_NOT_VALID,
        TestAgency.of("varden").enrolment(used.token()));
    refusedAt(
        TestAgency.ENROLMENTS,
        Refusal.INVITATION_NOT_VALID,
        TestAgency.of("okand-agency").enrolment("00".repeat(32)));
    Signed stolen =
        new Signed(Codecs.SIGNED.read(school.enrolment(used.token())).payload(), new byte[64]);
    refusedAt(TestAgency.ENROLMENTS, Refusal.BAD_SIGNATURE, Codecs.SIGNED.write(stolen));
  }

  @Test
  void aRequestForManifestsIsSignedNowAndByTheAgency() throws Exception {
    URI address = aggregator.address();
    Instant now = Instant.now();
    HttpResponse<byte[]> answer = TestAgency.manifests(address, school.authorization(now));
    assertThat(answer.statusCode()).isEqualTo(200);
    List<Sha256> listed =
        Codecs.MANIFEST_LIST.read(answer.body()).manifests().stream().map(Signed::hash).toList();
    assertThat(listed).contains(open.hash()).doesNotContain(closed.hash());

    refusal(
        Refusal.STALE_REQUEST,
        TestAgency.manifests(address, school.authorization(now.minusSeconds(600))));
    refusal(
        Refusal.STALE_REQUEST,
        TestAgency.manifests(address, school.authorization(now.plusSeconds(600))));
    refusal(
        Refusal.BAD_SIGNATURE,
        TestAgency.manifests(address, TestAgency.of("skolan").authorization(now)));
    refusal(Refusal.MALFORMED, TestAgency.manifests(address, "Samsyn agency=skolan"));
    assertThat(
            Codecs.MANIFEST_LIST
                .read(TestAgency.manifests(address, outsider.authorization(now)).body())
                .manifests())
        .isEmpty();
  }

  @Test
  void whatIsStoredCannotBeChanged() {
    for (String change :
        List.of(
            "UPDATE submission SET minimum_frequency = 3",
            "DELETE FROM submission_cell",
            "UPDATE joint_cell SET lower = 1, upper = 1",
            "DELETE FROM audit_event",
            "TRUNCATE joint_cell",
            "UPDATE collection SET closed = NULL WHERE closed IS NOT NULL")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> execute(change))
          .as(change)
          .hasStackTraceContaining("ERROR");
    }
  }

  private Invitation enrolled(TestAgency agency) throws Exception {
    Invitation invitation =
        aggregator
            .bean(Invitations.class)
            .invite(
                agency.id(),
                "An agency",
                new AuthorityId("kommunen"),
                aggregator.address(),
                Duration.ofDays(1),
                "coordinator");
    byte[] request = agency.enrolment(invitation.token());
    HttpResponse<byte[]> first =
        TestAgency.post(aggregator.address(), TestAgency.ENROLMENTS, request);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(TestAgency.post(aggregator.address(), TestAgency.ENROLMENTS, request).body())
        .isEqualTo(first.body());
    return invitation;
  }

  private StoredCollection collection(String period) throws Exception {
    return aggregator
        .bean(Opening.class)
        .open(
            new CollectionPlan(
                new CollectionId("insamling-" + ++collections),
                new Text("Prov", "Test"),
                Period.parse(period),
                List.of(new DefinitionId(SmallCatalogue.DEFINITION)),
                List.of(school.id(), care.id()),
                Optional.empty()),
            catalogue,
            "coordinator");
  }

  /** A table for the open collection. */
  private ProtectedTable table(long... values) {
    return TestAgency.table(open.manifest(), values);
  }

  private static ProtectedTable changed(
      ProtectedTable table, int minimumFrequency, Period period, MeasureId measure) {
    Map<MeasureId, List<Cell>> cells = new TreeMap<>();
    cells.put(measure, table.cells().get(new MeasureId("children")));
    return new ProtectedTable(
        table.definition(), table.definitionHash(), period, minimumFrequency, cells);
  }

  private byte[] accepted(byte[] body) {
    HttpResponse<byte[]> answer = posted(body);
    assertThat(answer.statusCode())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<byte[]> posted(byte[] body) {
    try {
      return TestAgency.post(aggregator.address(), TestAgency.SUBMISSIONS, body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(Refusal reason, byte[] body) throws Exception {
    refusedAt(TestAgency.SUBMISSIONS, reason, body);
  }

  private void refusedAt(String path, Refusal reason, byte[] body) throws Exception {
    Map<String, Long> before = rows();
    long refusals = count(reason);
    refusal(reason, TestAgency.post(aggregator.address(), path, body));
    assertThat(rows()).as("rows after %s", reason).isEqualTo(before);
    assertThat(count(reason)).isEqualTo(refusals + 1);
  }

  private static void refusal(Refusal reason, HttpResponse<byte[]> answer) {
    String problem = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(problem).contains("\"refusal\":\"" + reason.word() + "\"");
    assertThat(answer.statusCode()).isEqualTo(reason.status());
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
  }

  private long count(Refusal reason) {
    return aggregator.bean(RefusalCounts.class).snapshot().get(reason);
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : TABLES) {
      rows.put(
          table,
          aggregator
              .bean(Transactions.class)
              .read(
                  connection -> {
                    try (Statement s = connection.createStatement();
                        ResultSet r = s.executeQuery("SELECT count(*) FROM " + table)) {
                      r.next();
                      return r.getLong(1);
                    }
                  }));
    }
    return rows;
  }

  private void execute(String sql) {
    aggregator
        .bean(Transactions.class)
        .write(
            connection -> {
              try (Statement s = connection.createStatement()) {
                return s.execute(sql);
              }
            });
  }

  /** Writes until the server has had enough; whether it still answers is not the question. */
  private void sendRaw(String headers, byte[] body, boolean chunked) throws Exception {
    URI address = aggregator.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          utf8(
              "POST "
                  + TestAgency.SUBMISSIONS
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                  + headers));
      for (int at = 0; at < body.length; at += 1 << 16) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        int size = Math.min(1 << 16, body.length - at);
        if (chunked) {
          part.write(utf8(Integer.toHexString(size) + "\r\n"));
        }
        part.write(body, at, size);
        if (chunked) {
          part.write(utf8("\r\n"));
        }
        out.write(part.toByteArray());
      }
      if (chunked) {
        out.write(utf8("0\r\n\r\n"));
      }
      out.flush();
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 413");
    } catch (java.net.SocketException e) {
      // It closed the door in the middle of the sentence.
    }
  }

  private static byte[] write(SubmissionEnvelope envelope) {
    return Codecs.SUBMISSION_ENVELOPE.write(envelope);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
