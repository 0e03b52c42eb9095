package se.samsyn.aggregator.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.TestAgency;
import se.samsyn.aggregator.collection.StoredCollection;
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
  private final TestAgency school = TestAgency.of("skolan");
  @TempDir private Path folder;
  private KilledAggregator aggregator;
  private Database database;

  @Test
  void nothingIsLostAndNothingTwice() throws Exception {
    aggregator = new KilledAggregator(folder);
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
    assertThat(aggregator.killed())
        .as("steps at which it was killed")
        .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(KilledInSealedCollectionTest.STEPS)));
  }

  private void initialise() throws Exception {
    aggregator.kill(Step.INIT_KEYS_WRITTEN, "init");
    byte[] signing = Files.readAllBytes(aggregator.data().signingKey());
    byte[] encryption = Files.readAllBytes(aggregator.data().encryptionKey());
    aggregator.kill(Step.INIT_DATABASE_MIGRATED, "init");
    // From here on this process shares the database that the killed one has left behind.
    database = Database.open(aggregator.data(), Map.of());
    assertThat(count("account")).isZero();
    aggregator.kill(Step.INIT_ACCOUNTS_SHOWN, "init");
    assertThat(count("account")).isZero();
    String printed = aggregator.run(0, "init");
    assertThat(printed).contains("coordinator: ", "steering: ");
    assertThat(count("account")).isEqualTo(2);
    assertThat(Files.readAllBytes(aggregator.data().signingKey())).isEqualTo(signing);
    assertThat(Files.readAllBytes(aggregator.data().encryptionKey())).isEqualTo(encryption);
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
    aggregator.kill(Step.INVITATION_STORED, invite);
    assertThat(file).doesNotExist();
    aggregator.kill(Step.INVITATION_WRITTEN, invite);
    assertThat(count("agency")).isEqualTo(1);
    return Codecs.INVITATION.read(Files.readAllBytes(file));
  }

  private void enrol(Invitation invitation) throws Exception {
    byte[] request = school.enrolment(invitation.token());
    aggregator.killServing(Step.ENROLMENT_RECEIVED, () -> post(TestAgency.ENROLMENTS, request));
    assertThat(count("agency WHERE signing_key IS NOT NULL")).isZero();
    aggregator.killServing(Step.ENROLMENT_STORED, () -> post(TestAgency.ENROLMENTS, request));
    assertThat(count("agency WHERE signing_key IS NOT NULL")).isEqualTo(1);
    byte[] stored = bytes("SELECT enrolment_payload FROM agency");
    // The same request again is answered with what was stored before the kill.
    aggregator.serving(
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
    aggregator.kill(Step.COLLECTION_STORED, create);
    assertThat(count("collection")).isEqualTo(1);
    assertThat(aggregator.run(1, create)).contains("prov-ht2025");
    assertThat(count("collection")).isEqualTo(1);
    aggregator.killServing(Step.MANIFESTS_READ, this::manifests);
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
      aggregator.killServing(step, deliver);
      assertThat(count("submission")).as("submissions after %s", step).isZero();
      assertThat(count("submission_cell")).as("cells after %s", step).isZero();
    }
    aggregator.killServing(Step.SUBMISSION_COMMITTED, deliver);
    byte[] receipt = bytes("SELECT receipt_payload FROM submission");
    Signed again =
        aggregator.serving(
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
      aggregator.kill(step, close);
      assertThat(count("collection WHERE closed IS NULL")).as("open after %s", step).isEqualTo(1);
      assertThat(count("joint_cell")).as("joint cells after %s", step).isZero();
    }
    aggregator.kill(Step.CLOSING_COMMITTED, close);
    assertThat(count("collection WHERE closed IS NULL")).isZero();
    assertThat(count("joint_cell")).isEqualTo(SmallCatalogue.CELLS);
    assertThat(aggregator.run(1, close)).contains("prov-ht2025");
    assertThat(count("joint_cell")).isEqualTo(SmallCatalogue.CELLS);
  }

  private void release() throws Exception {
    String[] make = {"release", "make", "prov-ht2025"};
    for (Step step : List.of(Step.RELEASE_WRITTEN, Step.RELEASE_LINE_WRITTEN)) {
      aggregator.kill(step, make);
      assertThat(count("release")).as("releases after %s", step).isZero();
      assertThat(count("release_status")).as("lines after %s", step).isZero();
    }
    aggregator.kill(Step.RELEASE_COMMITTED, make);
    assertThat(count("release_status WHERE number = 1")).isEqualTo(1);
    assertThat(aggregator.run(1, make)).contains("prov-ht2025/1");
    assertThat(count("release_status")).isEqualTo(1);
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return TestAgency.post(aggregator.address(), path, body);
  }

  private HttpResponse<byte[]> manifests() throws Exception {
    return TestAgency.manifests(aggregator.address(), school.authorization(Instant.now()));
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
