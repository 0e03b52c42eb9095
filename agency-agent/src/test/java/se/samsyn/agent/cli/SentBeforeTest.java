package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.Refusal;

/**
 * An aggregator that asks for what can be subtracted from what it has, or lies about what it has,
 * and somebody with an editor in the agent's state folder.
 */
class SentBeforeTest {
  private static final Period TERM = Period.parse("HT2025");
  private static final Period YEAR = Period.parse("2025/26");

  @TempDir private Path folder;
  private AgentFixture agent;
  private Definition definition;
  private Sha256 first;

  @BeforeEach
  void aTableWasSent() throws Exception {
    agent = new AgentFixture(folder);
    definition = agent.enrolledWithOneCollection();
    first = agent.draft(TestAggregator.table(definition, 12));
  }

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  void aYearIsSentBesideItsTermIfNobodyLearnsOfAFew() throws Exception {
    assertThat(agent.send(first)).isZero();
    Definition byYear = askYear(YEAR, "persons");
    // Three children in the other term alone; the agent looks, whoever says that it was protected.
    Sha256 three = agent.draft(TestAggregator.table(byYear, YEAR, 15), first);
    assertThat(agent.send(three)).isEqualTo(1);
    Sha256 unknown = agent.draft(TestAggregator.table(byYear, YEAR, 40));
    assertThat(agent.send(unknown)).as("not previewed beside the term").isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
    Sha256 many = agent.draft(TestAggregator.table(byYear, YEAR, 41), first);
    assertThat(agent.send(many)).isZero();
  }

  @Test
  void aTableThatCannotBeComparedIsNotSent() throws Exception {
    assertThat(agent.send(first)).isZero();
    Definition events = askYear(YEAR, "events");
    assertThat(agent.send(agent.draft(TestAggregator.table(events, YEAR, 41), first))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
  }

  @Test
  void anotherYearIsSent() throws Exception {
    assertThat(agent.send(first)).isZero();
    Period before = Period.parse("2023/24");
    Definition byYear = askYear(before, "persons");
    assertThat(agent.send(agent.draft(TestAggregator.table(byYear, before, 15)))).isZero();
  }

  @Test
  void aNewVersionOfADefinitionIsHeldToTheOld() throws Exception {
    assertThat(agent.send(first)).isZero();
    Definition next = ask(2, TERM, TestAggregator.definition("tsi-assessed", 2, ""));
    assertThat(agent.send(agent.draft(TestAggregator.table(next, 14), first))).isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
    assertThat(agent.send(agent.draft(TestAggregator.table(next, 17), first))).isZero();
  }

  @Test
  void whatWasRefusedMayHaveBeenRead() throws Exception {
    sendInVain(first);
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 13)))).isEqualTo(1);
    assertThat(agent.send(agent.draft(TestAggregator.table(definition, 13), first))).isEqualTo(1);
    assertThat(agent.aggregator.tables).isEmpty();
    assertThat(agent.send(first)).isZero();
  }

  @Test
  void whatWasRefusedIsProtectedBesideAnotherPeriodToo() throws Exception {
    sendInVain(first);
    Definition byYear = askYear(YEAR, "persons");
    assertThat(agent.send(agent.draft(TestAggregator.table(byYear, YEAR, 15), first))).isEqualTo(1);
    assertThat(agent.send(agent.draft(TestAggregator.table(byYear, YEAR, 41), first))).isZero();
  }

  @Test
  void aRefusalDoesNotBarWhatCannotBeCompared() throws Exception {
    sendInVain(first);
    Definition events = askYear(YEAR, "events");
    assertThat(agent.send(agent.draft(TestAggregator.table(events, YEAR, 41)))).isZero();
  }

  @Test
  void nobodyWithAnEditorCanSayThatADraftWasMadeBesideAnother() throws Exception {
    assertThat(agent.send(first)).isZero();
    ask(2, TERM, TestAggregator.definition("tsi-assessed", 1, ""));
    Sha256 honest = agent.draft(TestAggregator.table(definition, 18), first);
    Sha256 second = agent.draft(TestAggregator.table(definition, 17));
    byte[] own = Files.readAllBytes(origin(second));

    Files.copy(origin(honest), origin(second), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(agent.send(second)).as("another draft's origin").isEqualTo(1);
    Files.writeString(origin(second), "against " + first + "\n");
    assertThat(agent.send(second)).as("unsigned").isEqualTo(1);
    Files.writeString(origin(second), "against " + first + "\n" + new String(own, "US-ASCII"));
    assertThat(agent.send(second)).as("signed for another content").isEqualTo(1);
    Files.delete(origin(second));
    assertThat(agent.send(second)).as("missing").isEqualTo(1);
    assertThat(agent.aggregator.tables).hasSize(1);
    assertThat(agent.send(honest)).as("the honest one").isZero();
  }

  /** Has the aggregator ask for the same by school year. */
  private Definition askYear(Period year, String unit) throws Exception {
    return ask(
        2,
        year,
        TestAggregator.definition("tsi-assessed", 2, "")
            .replace("grain: term", "grain: school-year")
            .replace("unit: persons", "unit: " + unit));
  }

  private void sendInVain(Sha256 draft) throws Exception {
    agent.aggregator.refusal = Refusal.COLLECTION_CLOSED;
    assertThat(agent.send(draft)).isEqualTo(1);
    agent.aggregator.refusal = null;
  }

  private Definition ask(int version, Period period, String yaml) throws Exception {
    agent.aggregator.open(version, period, agent.key().verificationKey(), yaml);
    assertThat(agent.collections()).isZero();
    return agent.aggregator.manifests.get(0).definitions().get(0);
  }

  private Path origin(Sha256 draft) {
    return agent.state.drafts().resolve(draft + ".origin");
  }
}
