package se.samsyn.agent.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.DecryptionKey;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.message.CollectionId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Enrolment;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Invitation;
import se.samsyn.schemas.message.ManifestList;
import se.samsyn.schemas.message.Participant;
import se.samsyn.schemas.message.Receipt;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.message.RoleKey;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * A small honest aggregator on loopback, by the real codecs; tests make it dishonest through {@link
 * #answers}.
 */
final class TestAggregator implements AutoCloseable {
  static final AgencyId AGENCY = new AgencyId("skolan");
  static final Period PERIOD = Period.parse("HT2025");

  final SigningKey coordinator = SigningKey.generate(new SecureRandom());
  final DecryptionKey encryption = DecryptionKey.generate();
  final String token = "ab".repeat(32);
  final List<CollectionManifest> manifests = new ArrayList<>();
  final Map<SubmissionId, byte[]> envelopes = new LinkedHashMap<>();
  final Map<SubmissionId, ProtectedTable> tables = new LinkedHashMap<>();
  final List<byte[]> received = new ArrayList<>();

  /** Changes what goes out, by path. */
  UnaryOperator<byte[]> answers = UnaryOperator.identity();

  /** Signs in place of the coordinator, when a test wants a forgery. */
  SigningKey signer = coordinator;

  /** Answers with this status and no more, when not 0. */
  int statusOnly;

  /** Refuses every submission with this word, when not null. */
  Refusal refusal;

  /** What was left at the relay of sealed collections, by path; the first at an address stays. */
  final Map<String, byte[]> relayed = new ConcurrentHashMap<>();

  /** How sealed attempts stand. */
  volatile SealedOutcome.State outcome = SealedOutcome.State.RUNNING;

  /** The latest key that the agent has offered for a role. */
  volatile RoleKey offered;

  VerificationKey enrolled;
  private byte[] enrolment;
  private final Map<SubmissionId, byte[]> receipts = new LinkedHashMap<>();
  private final HttpServer server;

  TestAggregator() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Invitation invitation() {
    return new Invitation(
        url(),
        AGENCY,
        "Skolan",
        new AuthorityId("barn-och-utbildning"),
        token,
        coordinator.verificationKey(),
        Instant.parse("2126-01-01T00:00:00Z"));
  }

  void open(int version, VerificationKey participant, String... definitions) throws Exception {
    open(version, PERIOD, participant, definitions);
  }

  /** Asks in the place of what was asked before; a version above it makes it a correction. */
  void open(int version, Period period, VerificationKey participant, String... definitions)
      throws Exception {
    List<Definition> list = new ArrayList<>();
    for (String yaml : definitions) {
      list.add(Codecs.DEFINITION.readYaml(yaml.getBytes(StandardCharsets.UTF_8)));
    }
    Text text = new Text("Björkvik", "Björkvik");
    manifests.clear();
    manifests.add(
        new CollectionManifest(
            new CollectionId("bjorkvik-ht2025"),
            version,
            text,
            period,
            list,
            List.of(table()),
            List.of(
                new Participant(AGENCY, new AuthorityId("barn-och-utbildning"), text, participant)),
            encryption.encryptionKey(),
            Instant.parse("2026-01-10T08:00:00Z"),
            Instant.parse("2026-02-10T08:00:00Z")));
  }

  static String definition(String id, int version, String where) {
    return """
    id: %s
    version: %d
    title: {sv: Barn, en: Children}
    description: {sv: Barn, en: Children}
    purpose: {answers: [{question: assessed}]}
    logic: action
    table: tsi_case
    unit: persons
    counting: disjoint
    period: {grain: term, date: start_date}
    %s
    dimensions: []
    measures:
      - {kind: count, id: children, title: {sv: Barn, en: Children}}
    protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
    """
        .formatted(id, version, where);
  }

  static ProtectedTable table(Definition definition, long children) {
    return table(definition, PERIOD, children);
  }

  static ProtectedTable table(Definition definition, Period period, long children) {
    return new ProtectedTable(
        definition.ref(),
        Codecs.DEFINITION.hash(definition),
        period,
        5,
        Map.of(new MeasureId("children"), List.of(new Cell.Value(children))));
  }

  private static InputTable table() throws Exception {
    return Codecs.INPUT_TABLE.readYaml(
        """
        id: tsi_case
        title: {sv: Ärende, en: Case}
        columns:
          - {name: person_id, type: person, required: true, personal: true, description: {sv: Person, en: Person}}
          - {name: start_date, type: date, required: true, personal: false, description: {sv: Start, en: Start}}
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (statusOnly != 0) {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(statusOnly, -1);
        return;
      }
      byte[] answer = null;
      Refusal refusal = Refusal.MALFORMED;
      try {
        switch (exchange.getRequestURI().getPath()) {
          case "/api/v1/enrolments" -> answer = enrol(body);
          case "/api/v1/agent/manifests" -> answer = list(exchange);
          case "/api/v1/agent/submissions" -> answer = submit(body);
          default -> answer = sealed(exchange, body);
        }
      } catch (RefusedByTest e) {
        refusal = e.reason;
      } catch (Exception e) {
        refusal = Refusal.MALFORMED;
      }
      if (answer == null) {
        byte[] problem =
            ("{\"refusal\":\"" + refusal.word() + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refusal.status(), problem.length);
        exchange.getResponseBody().write(problem);
      } else {
        byte[] out = answers.apply(answer);
        exchange.sendResponseHeaders(200, out.length);
        try (OutputStream stream = exchange.getResponseBody()) {
          stream.write(out);
        }
      }
    }
  }

  private synchronized byte[] enrol(byte[] body) throws Exception {
    Signed signed = Codecs.SIGNED.read(body);
    EnrolmentRequest request = Codecs.ENROLMENT_REQUEST.read(signed.payload());
    signed.open(request.signingKey(), Label.ENROLMENT_REQUEST);
    if (!request.token().equals(token)
        || (enrolled != null && !enrolled.equals(request.signingKey()))) {
      throw new RefusedByTest(Refusal.INVITATION_NOT_VALID);
    }
    if (enrolled == null) {
      enrolled = request.signingKey();
      enrolment =
          Codecs.ENROLMENT.write(
              new Enrolment(
                  AGENCY,
                  new AuthorityId("barn-och-utbildning"),
                  enrolled,
                  Instant.parse("2026-01-09T08:00:00Z")));
    }
    return Codecs.SIGNED.write(Signed.by(signer, Label.ENROLMENT, enrolment));
  }

  private synchronized byte[] list(HttpExchange exchange) throws Exception {
    AgentRequest request =
        AgentRequest.parse(exchange.getRequestHeaders().getFirst("Authorization"));
    request.verify(enrolled, "GET", "/api/v1/agent/manifests");
    if (!request.isFresh(Instant.now())) {
      throw new RefusedByTest(Refusal.STALE_REQUEST);
    }
    return Codecs.MANIFEST_LIST.write(
        new ManifestList(
            manifests.stream()
                .map(m -> Signed.by(signer, Label.MANIFEST, Codecs.MANIFEST.write(m)))
                .toList()));
  }

  private synchronized byte[] sealed(HttpExchange exchange, byte[] body) throws Exception {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/api/v1/agent/sealed/role-key")) {
      offered = Codecs.ROLE_KEY.read(body);
      offered.verify(enrolled);
      return body;
    }
    boolean put = exchange.getRequestMethod().equals("PUT");
    AgentRequest.parse(exchange.getRequestHeaders().getFirst("Authorization"))
        .verify(enrolled, exchange.getRequestMethod(), exchange.getRequestURI().toString());
    if (path.endsWith("/outcome")) {
      return Codecs.SEALED_OUTCOME.write(new SealedOutcome(outcome));
    }
    if (outcome != SealedOutcome.State.RUNNING && !path.contains("/unopened/")) {
      throw new RefusedByTest(Refusal.ATTEMPT_ENDED);
    }
    if (put) {
      if (!exchange.getRequestURI().getQuery().equals("sha256=" + Sha256.of(body))) {
        throw new RefusedByTest(Refusal.BAD_SIGNATURE);
      }
      byte[] before = relayed.putIfAbsent(path, body);
      if (before != null && !Arrays.equals(before, body)) {
        throw new RefusedByTest(Refusal.ANOTHER_MESSAGE);
      }
      return body.length > 100 ? new byte[0] : body;
    }
    byte[] message = relayed.get(path);
    if (message == null) {
      throw new RefusedByTest(Refusal.NOT_YET);
    }
    return message;
  }

  private synchronized byte[] submit(byte[] body) throws Exception {
    if (refusal != null) {
      throw new RefusedByTest(refusal);
    }
    received.add(body);
    SubmissionEnvelope envelope = Codecs.SUBMISSION_ENVELOPE.read(body);
    Submission submission = Codecs.SUBMISSION.read(envelope.open(enrolled, encryption));
    CollectionManifest manifest = manifests.get(0);
    if (!Codecs.MANIFEST.hash(manifest).equals(submission.manifest())) {
      throw new RefusedByTest(Refusal.UNKNOWN_MANIFEST);
    }
    if (!envelopes.containsKey(envelope.id())) {
      envelopes.put(envelope.id(), body);
      tables.put(envelope.id(), submission.table());
      receipts.put(
          envelope.id(),
          Codecs.RECEIPT.write(
              new Receipt(
                  envelope.id(),
                  AGENCY,
                  manifest.collection(),
                  envelope.manifest(),
                  submission.table().definition(),
                  submission.table().period(),
                  Sha256.of(body),
                  Instant.parse("2026-01-11T08:00:00Z"))));
    }
    return Codecs.SIGNED.write(Signed.by(signer, Label.RECEIPT, receipts.get(envelope.id())));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static final class RefusedByTest extends Exception {
    private static final long serialVersionUID = 1L;
    private final Refusal reason;

    RefusedByTest(Refusal reason) {
      this.reason = reason;
    }
  }
}
