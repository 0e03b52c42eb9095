package se.samsyn.aggregator.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.database.DataFolder;
import se.samsyn.aggregator.database.Database;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.message.Enrolment;
import se.samsyn.schemas.message.Invitation;

/**
 * A real aggregator, with its embedded database, killed with SIGKILL at every {@link Step} in turn;
 * what is started again finds everything that was promised, once.
 */
class KilledAtEveryStepTest {
  private final Set<Step> killed = EnumSet.noneOf(Step.class);
  private final TestAgency school = TestAgency.of("skolan");
  @TempDir private Path folder;
  private Path data;
  private Database database;
  private int port;

  @Test
  void nothingIsLostAndNothingTwice() throws Exception {
    data = folder.resolve("data");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try {
      initialise();
      Invitation invitation = invite();
      enrol(invitation);
      StoredCollection collection = open();
      deliver(collection);
      closeCollection();
      release();
    } finally {
      if (database != null) {
        database.close();
      }
    }
    assertThat(killed)
        .as("steps at which it was killed")
        .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(KilledInSealedCollectionTest.STEPS)));
  }

  private void initialise() throws Exception {
    kill(Step.INIT_KEYS_WRITTEN, "init");
    byte[] signing = Files.readAllBytes(DataFolder.at(data).signingKey());
    byte[] encryption = Files.readAllBytes(DataFolder.at(data).encryptionKey());
    kill(Step.INIT_DATABASE_MIGRATED, "init");
    // From here on this process shares the database that the killed one has left behind.
    database = Database.open(DataFolder.at(data), Map.of());
    assertThat(count("account")).isZero();
    kill(Step.INIT_ACCOUNTS_SHOWN, "init");
    assertThat(count("account")).isZero();
    String printed = done("init");
    assertThat(printed).contains("coordinator: ", "steering: ");
    assertThat(count("account")).isEqualTo(2);
    assertThat(Files.readAllBytes(DataFolder.at(data).signingKey())).isEqualTo(signing);
    assertThat(Files.readAllBytes(DataFolder.at(data).encryptionKey())).isEqualTo(encryption);
  }

  private Invitation invite() throws Exception {
    Path file = folder.resolve("invitation.json");
    String[] invite = {
      "invite",
      "--agency",
      "skolan",
      "--authority",
      "kommunen",
      "--name",
      "Skolan",
      "--out",
      file.toString()
    };
    kill(Step.INVITATION_STORED, invite);
    assertThat(file).doesNotExist();
    kill(Step.INVITATION_WRITTEN, invite);
    assertThat(count("agency")).isEqualTo(1);
    return Codecs.INVITATION.read(Files.readAllBytes(file));
  }

  private void enrol(Invitation invitation) throws Exception {
    byte[] request = school.enrolment(invitation.token());
    killServing(Step.ENROLMENT_RECEIVED, () -> post(TestAgency.ENROLMENTS, request));
    assertThat(count("agency WHERE signing_key IS NOT NULL")).isZero();
    killServing(Step.ENROLMENT_STORED, () -> post(TestAgency.ENROLMENTS, request));
    assertThat(count("agency WHERE signing_key IS NOT NULL")).isEqualTo(1);
    byte[] stored = bytes("SELECT enrolment_payload FROM agency");
    // The same request again is answered with what was stored before the kill.
    serving(
        null,
        () -> {
          Signed answer = Codecs.SIGNED.read(post(TestAgency.ENROLMENTS, request).body());
          assertThat(answer.payload()).isEqualTo(stored);
          Enrolment enrolment =
              Codecs.ENROLMENT.read(answer.open(invitation.coordinatorKey(), Label.ENROLMENT));
          assertThat(enrolment.signingKey()).isEqualTo(school.key().verificationKey());
          return answer;
        });
  }

  private StoredCollection open() throws Exception {
    String[] create = {
      "collection",
      "create",
      "prov-ht2025",
      "--period",
      "HT2025",
      "--catalogue",
      SmallCatalogue.in(folder).toString(),
      "--definitions",
      SmallCatalogue.DEFINITION,
      "--participants",
      "skolan"
    };
    kill(Step.COLLECTION_STORED, create);
    assertThat(count("collection")).isEqualTo(1);
    assertThat(failed(create)).contains("prov-ht2025");
    assertThat(count("collection")).isEqualTo(1);
    killServing(Step.MANIFESTS_READ, this::manifests);
    Signed manifest =
        new Signed(
            bytes("SELECT manifest_payload FROM collection"),
            bytes("SELECT manifest_signature FROM collection"));
    CollectionManifest read = Codecs.MANIFEST.read(manifest.payload());
    return new StoredCollection(manifest.hash(), read, manifest, Optional.empty());
  }

  private void deliver(StoredCollection collection) throws Exception {
    byte[] envelope =
        school.submission(collection, TestAgency.table(collection.manifest(), 15, -1, -1, 6));
    Callable<HttpResponse<byte[]>> deliver = () -> post(TestAgency.SUBMISSIONS, envelope);
    for (Step step :
        List.of(
            Step.SUBMISSION_RECEIVED,
            Step.SUBMISSION_CHECKED,
            Step.SUBMISSION_ROW_WRITTEN,
            Step.SUBMISSION_CELLS_WRITTEN)) {
      killServing(step, deliver);
      assertThat(count("submission")).as("submissions after %s", step).isZero();
      assertThat(count("submission_cell")).as("cells after %s", step).isZero();
    }
    killServing(Step.SUBMISSION_COMMITTED, deliver);
    byte[] receipt = bytes("SELECT receipt_payload FROM submission");
    Signed again =
        serving(
            null,
            () -> {
              assertThat(Codecs.MANIFEST_LIST.read(manifests().body()).manifests())
                  .extracting(Signed::hash)
                  .containsExactly(collection.hash());
              return Codecs.SIGNED.read(deliver.call().body());
            });
    assertThat(again.payload()).isEqualTo(receipt);
    assertThat(count("submission")).isEqualTo(1);
    assertThat(count("submission_cell")).isEqualTo(SmallCatalogue.CELLS);
  }

  private void closeCollection() throws Exception {
    String[] close = {"collection", "close", "prov-ht2025"};
    for (Step step :
        List.of(Step.CLOSING_STARTED, Step.CLOSING_CELLS_WRITTEN, Step.CLOSING_MARKED)) {
      kill(step, close);
      assertThat(count("collection WHERE closed IS NULL")).as("open after %s", step).isEqualTo(1);
      assertThat(count("joint_cell")).as("joint cells after %s", step).isZero();
    }
    kill(Step.CLOSING_COMMITTED, close);
    assertThat(count("collection WHERE closed IS NULL")).isZero();
    assertThat(count("joint_cell")).isEqualTo(SmallCatalogue.CELLS);
    assertThat(failed(close)).contains("prov-ht2025");
    assertThat(count("joint_cell")).isEqualTo(SmallCatalogue.CELLS);
  }

  private void release() throws Exception {
    String[] make = {"release", "make", "prov-ht2025"};
    for (Step step : List.of(Step.RELEASE_WRITTEN, Step.RELEASE_LINE_WRITTEN)) {
      kill(step, make);
      assertThat(count("release")).as("releases after %s", step).isZero();
      assertThat(count("release_status")).as("lines after %s", step).isZero();
    }
    kill(Step.RELEASE_COMMITTED, make);
    assertThat(count("release_status WHERE number = 1")).isEqualTo(1);
    assertThat(failed(make)).contains("prov-ht2025/1");
    assertThat(count("release_status")).isEqualTo(1);
  }

  /** Runs a command that is killed at {@code step}. */
  private void kill(Step step, String... command) throws Exception {
    try (Child child = Child.start(folder, step, withData(command))) {
      child.killAtStep();
      killed.add(step);
    }
  }

  private String done(String... command) throws Exception {
    try (Child child = Child.start(folder, null, withData(command))) {
      assertThat(child.status()).as(child.printed()).isZero();
      return child.printed();
    }
  }

  private String failed(String... command) throws Exception {
    try (Child child = Child.start(folder, null, withData(command))) {
      assertThat(child.status()).as(child.printed()).isEqualTo(1);
      return child.printed();
    }
  }

  /** Starts the server, sends a request that it does not answer, and kills it at {@code step}. */
  private void killServing(Step step, Callable<HttpResponse<byte[]>> request) throws Exception {
    try (Child server = server(step)) {
      CompletableFuture<HttpResponse<byte[]>> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return request.call();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      server.killAtStep();
      killed.add(step);
      assertThatThrownBy(answer::join).hasRootCauseInstanceOf(IOException.class);
    }
  }

  private <T> T serving(Step step, Callable<T> work) throws Exception {
    try (Child server = server(step)) {
      return work.call();
    }
  }

  private Child server(Step step) throws Exception {
    Child server = Child.start(folder, step, withData("serve", "--port", Integer.toString(port)));
    server.awaitOutput("http://127.0.0.1:" + port);
    return server;
  }

  private String[] withData(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", data.toString()));
    return all.toArray(String[]::new);
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return TestAgency.post(address(), path, body);
  }

  private HttpResponse<byte[]> manifests() throws Exception {
    return TestAgency.manifests(address(), school.authorization(Instant.now()));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private long count(String from) throws Exception {
    try (Connection connection = connection();
        ResultSet found =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
      found.next();
      return found.getLong(1);
    }
  }

  private byte[] bytes(String select) throws Exception {
    try (Connection connection = connection();
        ResultSet found = connection.createStatement().executeQuery(select)) {
      found.next();
      return found.getBytes(1);
    }
  }

  private Connection connection() throws Exception {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
