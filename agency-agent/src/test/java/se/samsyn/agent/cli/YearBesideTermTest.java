package se.samsyn.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.table.Cell;

/** A steward who has sent a term is asked for its school year, which has three children more. */
class YearBesideTermTest {
  private static final Period YEAR = Period.parse("2025/26");
  private static final Pattern HASH = Pattern.compile("--approve ([0-9a-f]{64})\\b");

  @TempDir private Path folder;
  private AgentFixture agent;

  @BeforeEach
  void anAgencyWithRecords() throws Exception {
    agent = new AgentFixture(folder);
    Files.writeString(
        agent.config, "sources: [{mapping: cases.mapping.yaml}]\n", StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("cases.mapping.yaml"),
        "table: tsi_case\nfile: cases.csv\ncolumns: {person_id: who, start_date: day}\n");
    StringBuilder rows = new StringBuilder("who,day\n");
    for (int i = 0; i < 20; i++) {
      rows.append('a').append(i).append(i < 17 ? ",2025-10-01\n" : ",2026-03-01\n");
    }
    Files.writeString(folder.resolve("cases.csv"), rows);
  }

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  void theYearHidesWhatItWouldLeaveOfTheOtherTermAndSaysSo() throws Exception {
    agent.enrolledWithOneCollection();
    send(preview("HT2025"));
    agent.aggregator.open(
        2,
        YEAR,
        agent.key().verificationKey(),
        TestAggregator.definition("tsi-assessed", 2, "")
            .replace("grain: term", "grain: school-year"));
    assertThat(agent.collections()).isZero();
    String said = preview("2025/26");
    assertThat(said).contains("Tables sent before over the same records: 1.", "1 cells are hidden");
    send(said);
    assertThat(agent.aggregator.tables.values())
        .extracting(table -> table.cells().get(new MeasureId("children")))
        .containsExactly(List.of(new Cell.Value(17)), List.of(Cell.SUPPRESSED));
  }

  private String preview(String period) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int exit =
          agent.run(
              "preview",
              "--config",
              agent.config.toString(),
              "--definition",
              "tsi-assessed",
              "--period",
              period,
              "--out",
              folder.resolve(period.replace('/', '-') + ".csv").toString());
      assertThat(exit).isZero();
    } finally {
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private void send(String said) {
    Matcher hash = HASH.matcher(said);
    assertThat(hash.find()).as(said).isTrue();
    assertThat(agent.run("send", "--config", agent.config.toString(), "--approve", hash.group(1)))
        .isZero();
  }
}
