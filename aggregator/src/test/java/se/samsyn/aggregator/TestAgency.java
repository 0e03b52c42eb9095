package se.samsyn.aggregator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.EnrolmentRequest;
import se.samsyn.schemas.message.Submission;
import se.samsyn.schemas.message.SubmissionEnvelope;
import se.samsyn.schemas.message.SubmissionId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.ProtectedTable;

/** An agency with a key of its own, that talks to an aggregator over HTTP as an agent does. */
public record TestAgency(AgencyId id, SigningKey key) {
  public static final String ENROLMENTS = "/api/v1/enrolments";
  public static final String MANIFESTS = "/api/v1/agent/manifests";
  public static final String SUBMISSIONS = "/api/v1/agent/submissions";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static TestAgency of(String id) {
    return new TestAgency(new AgencyId(id), SigningKey.generate(new SecureRandom()));
  }

  /** The body that enrols it with an invitation's token. */
  public byte[] enrolment(String token) {
    byte[] request =
        Codecs.ENROLMENT_REQUEST.write(new EnrolmentRequest(id, token, key.verificationKey()));
    return Codecs.SIGNED.write(Signed.by(key, Label.ENROLMENT_REQUEST, request));
  }

  /** The body that delivers {@code table}, encrypted and signed. */
  public byte[] submission(StoredCollection collection, ProtectedTable table) {
    return Codecs.SUBMISSION_ENVELOPE.write(envelope(collection, table));
  }

  public SubmissionEnvelope envelope(StoredCollection collection, ProtectedTable table) {
    SubmissionId submission = SubmissionId.fresh(new SecureRandom());
    return envelope(
        collection, submission, new Submission(collection.hash(), id, submission, table));
  }

  public SubmissionEnvelope envelope(
      StoredCollection collection, SubmissionId outside, Submission inside) {
    return SubmissionEnvelope.of(
        collection.hash(),
        id,
        outside,
        Codecs.SUBMISSION.write(inside),
        collection.manifest().encryptionKey(),
        key);
  }

  /** The Authorization header of a request for the manifests. */
  public String authorization(Instant at) {
    return AgentRequest.sign(key, id, at, "GET", MANIFESTS).header();
  }

  public static HttpResponse<byte[]> post(URI address, String path, byte[] body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  public static HttpResponse<byte[]> manifests(URI address, String authorization)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(address.resolve(MANIFESTS))
            .header("Authorization", authorization)
            .timeout(Duration.ofSeconds(60))
            .GET()
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A table of the manifest's first definition; a negative number is a suppressed cell. */
  public static ProtectedTable table(CollectionManifest manifest, long... values) {
    Definition definition = manifest.definitions().get(0);
    List<Cell> cells = new ArrayList<>();
    for (long value : values) {
      cells.add(value < 0 ? Cell.SUPPRESSED : new Cell.Value(value));
    }
    Map<MeasureId, List<Cell>> columns = new TreeMap<>();
    definition.collected().forEach(m -> columns.put(m.id(), cells));
    return new ProtectedTable(
        definition.ref(),
        Codecs.DEFINITION.hash(definition),
        manifest.period(),
        definition.protection().minimumFrequency(),
        columns);
  }
}
