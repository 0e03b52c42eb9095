package se.samsyn.aggregator.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.TrialRounds;
import se.samsyn.aggregator.Visitor;
import se.samsyn.aggregator.access.Role;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.killed.Child;
import se.samsyn.aggregator.release.Release;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.release.RemedyKind;

/** A correction by one child is held; the coordinator picks what to do, on the page and typing. */
class RemediesTest {
  private static final String WHY = "Skolan har rättat.";
  private static final Pattern TOKEN = Pattern.compile("name=\"remedy\" value=\"([^\"]+)\"");
  private static final Pattern PERCENT = Pattern.compile("(\\d+) % av utgåvan visas");
  @TempDir private static Path folder;
  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.empty();

  private static TrialRounds rounds;

  @BeforeAll
  static void start() throws Exception {
    rounds = TrialRounds.at(aggregator);
  }

  @Test
  void thePageSaysWhyAndReleasesWithTheChangeThatIsPickedAndConfirmed() throws Exception {
    StoredCollection collection = rounds.closed("VT2013", 30, 12, 10, 8);
    String page = "/coordinator/collections/" + collection.manifest().collection();
    String action = page + "/release";
    Visitor coordinator = aggregator.visitor(Role.COORDINATOR);
    assertThat(coordinator.submit(page, action, Map.of("final", "on")).statusCode()).isEqualTo(303);
    rounds.closed("VT2013", 31, 13, 10, 8);
    assertThat(coordinator.submit(page, action, Map.of()).body())
        .as("a correction says why, and the field says so")
        .contains("id=\"note-problem\"");

    HttpResponse<String> held =
        coordinator.submit(page, action, Map.of("final", "on", "note", WHY));
    assertThat(held.statusCode()).isEqualTo(409);
    assertThat(held.body())
        .contains("Siffrorna är inte utgivna", "Skolan; Nivå: Universell", "prov-vt2013/2", WHY);
    List<String> tokens = TOKEN.matcher(held.body()).results().map(m -> m.group(1)).toList();
    List<Integer> shown =
        PERCENT.matcher(held.body()).results().map(m -> Integer.valueOf(m.group(1))).toList();
    assertThat(tokens).isNotEmpty().hasSameSizeAs(shown);
    assertThat(shown).as("what shows most comes first").isSortedAccordingTo((a, b) -> b - a);

    String first = tokens.get(0);
    assertThat(coordinator.submit(page, action, Map.of("note", WHY, "remedy", first)).statusCode())
        .as("not confirmed")
        .isEqualTo(400);
    assertThat(
            coordinator.submit(
                page, action, Map.of("note", WHY, "remedy", "1-00000000", "confirm", "on")))
        .satisfies(a -> assertThat(a.statusCode()).isEqualTo(409))
        .satisfies(a -> assertThat(a.body()).contains("Läget har ändrats"));
    assertThat(
            coordinator
                .post(action, Map.of("note", WHY, "remedy", first, "confirm", "on"))
                .statusCode())
        .as("from another site")
        .isEqualTo(403);
    assertThat(latest(collection).version()).isEqualTo(1);

    Map<String, String> picked =
        Map.of("note", WHY, "remedy", first, "confirm", "on", "final", "on");
    assertThat(coordinator.submit(page, action, picked).statusCode()).isEqualTo(303);
    assertThat(latest(collection).version()).isEqualTo(2);
    assertThat(latest(collection).report().remedy()).contains(RemedyKind.HIDE_CELLS);
    assertThat(coordinator.get(page).body()).contains("Enstaka celler döljs");
    String csv =
        aggregator
            .visitor(Role.STEERING)
            .get(
                "/api/v1/collections/"
                    + collection.manifest().collection()
                    + "/tables/children-by-level/csv")
            .body();
    assertThat(csv).contains("..").doesNotContain(",31,");
  }

  @Test
  void theCommandSaysWhyAndReleasesWithTheChangeThatIsPicked() throws Exception {
    StoredCollection collection = rounds.closed("VT2014", 30, 12, 10, 8);
    String id = collection.manifest().collection().value();
    run(0, id);
    rounds.closed("VT2014", 31, 13, 10, 8);
    assertThat(run(1, id)).contains("--note");
    String held = run(1, id, "--note", WHY);
    assertThat(held).contains("Siffrorna är inte utgivna", "Skolan; Nivå: Universell", "% visas");
    List<String> tokens =
        Pattern.compile("(?m)^(\\d+-[0-9a-f]+)  ")
            .matcher(held)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(tokens).isNotEmpty();
    assertThat(run(1, id, "--note", WHY, "--remedy", "1-00000000")).contains("ingen åtgärd");
    assertThat(latest(collection).version()).isEqualTo(1);
    assertThat(run(0, id, "--note", WHY, "--remedy", tokens.get(0))).contains(id + "/2");
    assertThat(latest(collection).report().remedy()).isPresent();
  }

  private static Release latest(StoredCollection collection) {
    return aggregator
        .bean(ReleaseLedger.class)
        .latest(collection.manifest().collection())
        .orElseThrow();
  }

  /** Runs {@code release make} beside the server; what it printed. */
  private static String run(int status, String id, String... more) throws Exception {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "release", "make", id, "--lang", "sv", "--data", aggregator.folder().toString()));
    arguments.addAll(List.of(more));
    try (Child command = Child.start(folder, null, arguments.toArray(String[]::new))) {
      assertThat(command.status()).as(command.printed()).isEqualTo(status);
      return command.printed();
    }
  }
}
