package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.agent.Step;
import se.samsyn.agent.ledger.LedgerEntry;
import se.samsyn.agent.ledger.LedgerEntry.Kind;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * The agent is killed (SIGKILL) at each of its steps and started again: nothing is lost and nothing
 * comes twice. The steps of sealed collections, which come after these, are {@link
 * SealedKilledAtEveryStepTest}'s.
 */
class KilledAtEveryStepTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(to = "OUTBOX_CLEARED")
  void nothingIsLostAndNothingComesTwice(Step step) throws Exception {
    try (AgentFixture agent = new AgentFixture(folder)) {
      agent.aggregator.open(
          1, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
      if (step == Step.KEY_WRITTEN) {
        // The key is made anew by the process that is killed, so it joins the collection
        // afterwards.
        Files.delete(agent.state.signingKey());
      }
      ProtectedTable table =
          TestAggregator.table(agent.aggregator.manifests.get(0).definitions().get(0), 12);
      Path tableFile = folder.resolve("table.json");
      Files.write(tableFile, Codecs.PROTECTED_TABLE.write(table));
      Sha256 hash = Codecs.PROTECTED_TABLE.hash(table);

      String[] init = {
        "init", "--config", agent.config.toString(), "--invitation", agent.invitation.toString()
      };
      String[] collections = {"collections", "--config", agent.config.toString()};
      String[] draft = {"draft", agent.state.root().toString(), tableFile.toString()};
      String[] send = {"send", "--config", agent.config.toString(), "--approve", hash.hex()};
      List<String[]> before = new ArrayList<>();
      String[] killed =
          switch (step) {
            case KEY_WRITTEN, TRUST_PINNED, ENROLMENT_ASKED, LEDGER_BEGUN, ENROLMENT_STORED -> init;
            case MANIFESTS_FETCHED, MANIFEST_STORED -> {
              before.add(init);
              yield collections;
            }
            case DRAFT_STORED -> {
              before.add(init);
              before.add(collections);
              yield draft;
            }
            case REFUSAL_LOGGED -> {
              before.add(init);
              before.add(collections);
              agent.draft(table);
              agent.aggregator.refusal = Refusal.COLLECTION_CLOSED;
              yield send;
            }
            case ENVELOPE_STORED,
                SENDING_LOGGED,
                ENVELOPE_SENT,
                RECEIPT_STORED,
                DELIVERY_LOGGED,
                OUTBOX_CLEARED -> {
              before.add(init);
              before.add(collections);
              agent.draft(table);
              yield send;
            }
            default -> throw new AssertionError("a step without a test: " + step);
          };
      for (String[] command : before) {
        assertThat(agent.run(command)).isZero();
      }
      kill(step, killed);
      agent.aggregator.refusal = null;

      assertThat(agent.init()).isZero();
      if (step == Step.KEY_WRITTEN) {
        agent.aggregator.open(
            1, agent.key().verificationKey(), TestAggregator.definition("tsi-assessed", 1, ""));
      }
      assertThat(agent.collections()).isZero();
      agent.draft(table);
      assertThat(agent.send(hash)).isZero();
      assertThat(agent.send(hash)).as("a second send changes nothing").isZero();

      assertThat(agent.aggregator.enrolled).isEqualTo(agent.key().verificationKey());
      assertThat(agent.aggregator.tables).hasSize(1);
      assertThat(agent.aggregator.tables.values()).containsExactly(table);
      assertThat(agent.aggregator.received.stream().map(Sha256::of).distinct())
          .as("every try repeats the same bytes")
          .hasSize(1);
      List<Kind> story = new ArrayList<>(List.of(Kind.SENDING, Kind.DELIVERED));
      if (step == Step.REFUSAL_LOGGED) {
        story.addAll(0, List.of(Kind.SENDING, Kind.REFUSED));
      }
      assertThat(agent.ledger().entries()).extracting(LedgerEntry::kind).isEqualTo(story);
      assertThat(agent.outboxIsEmpty()).isTrue();
      assertThat(agent.state.receipts().toFile().list()).hasSize(1);
    }
  }

  static void kill(Step step, String... command) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillableAgent.class.getName(),
                step.name()));
    line.addAll(List.of(command));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String text = out.readLine();
      while (text != null && !text.equals(KillableAgent.WAITING + step)) {
        said.append(text).append('\n');
        text = out.readLine();
      }
      assertThat(text).as("the process reached the step; it said:\n%s", said).isNotNull();
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
