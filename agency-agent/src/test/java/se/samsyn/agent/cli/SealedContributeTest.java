package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.agent.sealed.state.SealedFolder;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.SealedOutcome;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.SealedStep;
import se.samsyn.schemas.sealed.Unopened;

/**
 * An aggregator, or a coordinator, that asks for the same records twice: open and sealed, in
 * another grouping, of other agencies, in another attempt. The agent's own ledger refuses it,
 * whatever they say.
 */
class SealedContributeTest {
  private static final AgencyId A = new AgencyId("socialen");

  @TempDir private Path folder;
  private SealedScene scene;

  @BeforeEach
  void enrolled() throws Exception {
    scene = new SealedScene(folder);
    assertThat(scene.agent.init()).isZero();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private List<Kind> story() throws Exception {
    return scene.agent.ledger().entries().stream().map(LedgerEntry::kind).toList();
  }

  private Map<String, Sha256> relayed() {
    Map<String, Sha256> hashes = new TreeMap<>();
    scene.agent.aggregator.relayed.forEach((path, bytes) -> hashes.put(path, Sha256.of(bytes)));
    return hashes;
  }

  @Test
  void itContributesOnceAndOnlySharesLeave() throws Exception {
    Sha256 collection = scene.ask();

    assertThat(scene.contribute(collection)).isZero();

    assertThat(story()).containsExactly(Kind.SEALING, Kind.SEALED);
    assertThat(relayed().keySet())
        .allMatch(path -> path.contains("/" + SealedScene.ME + "/"))
        .extracting(path -> path.split("/")[6])
        .containsExactlyInAnyOrder(
            Stream.of(SealedStep.SEED, SealedStep.KEY, SealedStep.COLUMNS, SealedStep.CONTRIBUTION)
                .map(SealedStep::word)
                .toArray(String[]::new));
    Map<String, Sha256> first = relayed();
    assertThat(scene.contribute(collection)).isZero();
    assertThat(relayed()).isEqualTo(first);
    assertThat(story()).containsExactly(Kind.SEALING, Kind.SEALED);
    assertThat(scene.agent.aggregator.received).as("nothing was delivered open").isEmpty();
  }

  @Test
  void nothingOfTheFrozenTableCanBeReadOnTheDisk() throws Exception {
    // So many children that their number is a pattern of bytes that does not come by itself.
    scene.records(7_000);
    assertThat(scene.contribute(scene.ask())).isZero();

    byte[] number = java.nio.ByteBuffer.allocate(8).putLong(7_000).array();
    try (Stream<Path> files = Files.walk(scene.agent.state.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(contains(Files.readAllBytes(file), number)).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  void whatIsFrozenIsErasedWhenTheCollectionIsOpened() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Path frozen = SealedFolder.in(scene.agent.state).root().resolve("frozen");
    assertThat(files(frozen)).isNotEmpty();
    scene.agent.aggregator.outcome = SealedOutcome.State.OPENED;

    scene.agent.run("sealed", "run", "--once", "--config", scene.agent.config.toString());

    assertThat(files(frozen)).isEmpty();
  }

  @Test
  void recordsThatLeftOpenAreNeverSealed() throws Exception {
    Definition open = scene.agent.enrolledWithOneCollection();
    assertThat(scene.agent.send(scene.agent.draft(TestAggregator.table(open, 12)))).isZero();

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(relayed()).isEmpty();
    assertThat(story()).containsExactly(Kind.SENDING, Kind.DELIVERED);
  }

  @Test
  void recordsThatLeftSealedAreNeverSentOpen() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    scene.agent.aggregator.open(
        1, scene.agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
    scene.agent.collections();
    Definition open = scene.agent.aggregator.manifests.get(0).definitions().get(0);

    assertThat(scene.agent.send(scene.agent.draft(TestAggregator.table(open, 12)))).isEqualTo(1);

    assertThat(scene.agent.aggregator.received).isEmpty();
    assertThat(story()).containsExactly(Kind.SEALING, Kind.SEALED);
  }

  @Test
  void aSealedCollectionsTableIsNeverDeliveredOpen() throws Exception {
    Sha256 collection = scene.ask();
    scene.agent.collections();
    Definition sealed = scene.agent.aggregator.manifests.get(0).definitions().get(0);
    var table =
        new se.samsyn.schemas.table.ProtectedTable(
            sealed.ref(),
            se.samsyn.schemas.json.Codecs.DEFINITION.hash(sealed),
            TestAggregator.PERIOD,
            5,
            Map.of(
                sealed.collected().get(0).id(),
                java.util.Collections.nCopies(3, new se.samsyn.schemas.table.Cell.Value(12))));

    assertThat(scene.agent.send(scene.agent.draft(table))).isEqualTo(1);

    assertThat(scene.agent.aggregator.received).isEmpty();
    assertThat(collection).isNotNull();
  }

  @Test
  void anotherGroupingOfTheSameRecordsIsRefused() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Map<String, Sha256> first = relayed();
    scene.collection = "bjorkvik-other";
    scene.definition = SealedScene.definition("tsi-sealed-age", "age");

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(relayed()).isEqualTo(first);
  }

  @Test
  void aRosterSmallerByOneInAnotherCollectionIsRefused() throws Exception {
    scene.agencies = List.of("socialen", "varden", "polisen", "fritid");
    assertThat(scene.contribute(scene.ask())).isZero();
    Map<String, Sha256> first = relayed();
    scene.collection = "bjorkvik-fewer";
    scene.agencies = List.of("socialen", "varden", "polisen");

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(relayed()).isEqualTo(first);
  }

  @Test
  void twoManifestsOfOneAttemptAreRefused() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Map<String, Sha256> first = relayed();
    scene.agencies = List.of("socialen", "varden", "fritid");

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(relayed()).isEqualTo(first);
  }

  @Test
  void aFloorOfItsOwnIsKept() throws Exception {
    Files.writeString(
        scene.agent.config, Files.readString(scene.agent.config) + "minimumFrequency: 7\n");

    assertThat(scene.contribute(scene.ask())).isNotZero();

    assertThat(relayed()).isEmpty();
  }

  @Test
  void anAgencyWithAnotherKeyThanBeforeIsRefused() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    scene.agent.aggregator.relayed.clear();
    scene.swap(new AgencyId("polisen"));
    scene.collection = "bjorkvik-later";
    scene.definition = scene.definition.replace("date: start_date", "date: follow_up_date");

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(relayed()).isEmpty();
  }

  @Test
  void anotherAttemptNeedsTheWordOfAOrB() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Sha256 attempt = scene.sealedHash();
    Map<String, Sha256> first = relayed();
    scene.version = 2;
    scene.newRoleKeys();
    assertThat(scene.contribute(scene.ask())).as("no word").isEqualTo(1);

    scene.earlier = List.of(word(new AgencyId("polisen"), attempt, List.of()));
    assertThat(scene.contribute(scene.ask())).as("the word of C").isEqualTo(1);

    scene.earlier =
        List.of(
            new SealedTerms.Unopened(
                A,
                new Unopened(attempt, A, "x", List.of())
                    .signedBy(scene.signing(new AgencyId("varden")))));
    assertThat(scene.contribute(scene.ask())).as("signed by another").isEqualTo(1);

    scene.earlier = List.of(word(A, Sha256.of(new byte[0]), List.of()));
    assertThat(scene.contribute(scene.ask())).as("of another attempt").isEqualTo(1);

    assertThat(relayed()).isEqualTo(first);
  }

  private SealedTerms.Unopened word(AgencyId role, Sha256 attempt, List<AgencyId> tested) {
    return new SealedTerms.Unopened(
        role, new Unopened(attempt, role, "x", tested).signedBy(scene.signing(role)));
  }

  @Test
  void anotherAttemptContributesTheSameNumbersWhateverTheRecordsSayNow() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Sha256 attempt = scene.sealedHash();
    scene.version = 2;
    scene.newRoleKeys();
    scene.earlier = List.of(word(A, attempt, List.of()));
    scene.records(40);

    assertThat(scene.contribute(scene.ask())).isZero();

    assertThat(story()).containsExactly(Kind.SEALING, Kind.SEALED, Kind.SEALING, Kind.SEALED);
    assertThat(scene.agent.ledger().entries())
        .extracting(LedgerEntry::table)
        .as("the frozen table is the first one")
        .containsOnly(scene.agent.ledger().entries().get(0).table());
  }

  @Test
  void anotherAttemptIsRefusedIfTheFrozenNumbersAreGone() throws Exception {
    assertThat(scene.contribute(scene.ask())).isZero();
    Sha256 attempt = scene.sealedHash();
    scene.version = 2;
    scene.newRoleKeys();
    scene.earlier = List.of(word(A, attempt, List.of()));
    Path frozen = SealedFolder.in(scene.agent.state).root().resolve("frozen");
    for (Path file : files(frozen)) {
      Files.delete(file);
    }

    assertThat(scene.contribute(scene.ask())).isEqualTo(1);

    assertThat(story()).containsExactly(Kind.SEALING, Kind.SEALED);
  }

  /** Everybody's contributions were tested; what the next attempt says is the test's. */
  private List<AgencyId> tested() throws Exception {
    scene.agencies = List.of("socialen", "varden", "polisen", "fritid");
    assertThat(scene.contribute(scene.ask())).isZero();
    Sha256 attempt = scene.sealedHash();
    scene.version = 2;
    scene.newRoleKeys();
    List<AgencyId> all =
        Stream.of("skolan", "socialen", "varden", "polisen", "fritid").map(AgencyId::new).toList();
    scene.earlier = List.of(word(A, attempt, all));
    return all;
  }

  @Test
  void anotherAttemptAfterTestsWithOneAgencyLessIsRefused() throws Exception {
    tested();
    scene.agencies = List.of("socialen", "varden", "polisen");
    assertThat(scene.contribute(scene.ask())).isEqualTo(1);
  }

  @Test
  void anotherAttemptAfterTestsWithoutThisAgencyIsRefused() throws Exception {
    List<AgencyId> all = tested();
    Sha256 attempt =
        Unopened.open(scene.earlier.get(0).word(), scene.signing(A).verificationKey()).manifest();
    scene.earlier = List.of(word(A, attempt, all.subList(1, 5)));
    assertThat(scene.contribute(scene.ask())).isEqualTo(1);
  }

  @Test
  void anotherAttemptAfterTestsOfTheSameMayBeStricter() throws Exception {
    tested();
    scene.k = 6;
    assertThat(scene.contribute(scene.ask())).isZero();
  }

  @Test
  void anotherAttemptWithAWeakerRuleIsRefused() throws Exception {
    scene.k = 6;
    tested();
    scene.k = 5;
    assertThat(scene.contribute(scene.ask())).isEqualTo(1);
  }

  @Test
  void anAttemptThatIsOlderThanAKnownOneIsRefused() throws Exception {
    Sha256 first = scene.ask();
    Sha256 attempt = scene.sealedHash();
    scene.agent.run("sealed", "show", "--config", scene.agent.config.toString());
    scene.version = 2;
    scene.newRoleKeys();
    scene.earlier = List.of(word(A, attempt, List.of()));
    assertThat(scene.contribute(scene.ask())).isZero();

    assertThat(
            scene.agent.run(
                "sealed",
                "contribute",
                "--config",
                scene.agent.config.toString(),
                "--approve",
                first.hex()))
        .as("the first attempt, which is stored too")
        .isEqualTo(1);
  }

  private static List<Path> files(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
