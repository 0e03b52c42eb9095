package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.source.UnreadableSource;

/** Seeded keys and values of persons, looked for in all that a run leaves behind or says. */
class LeakTest {
  private static final String KEY = "nyckel-7f3a9c";
  private static final String NAME = "Hemlighetsson";

  @TempDir Path folder;

  private SmallAgency agency(String rows) throws Exception {
    StringBuilder csv = new StringBuilder("id,sex,born,name\n");
    for (int i = 0; i < 40; i++) {
      csv.append(KEY).append('-').append(i).append(',').append(1 + i % 2).append(",2012,");
      csv.append(NAME).append('\n');
    }
    return new SmallAgency(folder)
        .data(csv + rows)
        .mapping("columns: {person_id: id, sex: sex, birth_year: born, note: name}")
        .table(
            """
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
              - {name: sex, type: code, required: true, personal: false, codes: ["1", "2"], description: {sv: p, en: p}}
              - {name: birth_year, type: integer, required: true, personal: true, description: {sv: p, en: p}}
              - {name: note, type: code, required: false, personal: true, description: {sv: p, en: p}}
            """)
        .definition(
            """
            unit: persons
            period: {grain: year}
            where: [{is: present, column: note}]
            dimensions:
              - {id: sex, title: {sv: p, en: p}, kind: single, by: {column: sex}, codes: [{code: "1", label: {sv: a, en: a}}, {code: "2", label: {sv: a, en: a}}]}
              - {id: age, title: {sv: p, en: p}, kind: single, by: {age: period-start}, codes: [{code: young, label: {sv: a, en: a}, band: {from: 0, to: 13}}, {code: old, label: {sv: a, en: a}, band: {from: 14, to: 20}}]}
            measures:
              - {kind: count, id: children, title: {sv: c, en: c}}
            protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
            """);
  }

  @Test
  void whatARunLeavesBehindHoldsNoPerson() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Preview preview;
    try (PrintStream caught = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      preview = agency("").preview("2026");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    PreviewReport report =
        new PreviewReport(
            preview, se.samsyn.schemas.json.Codecs.PROTECTED_TABLE.hash(preview.table()));
    List<String> left = new ArrayList<>();
    left.add(said.toString(StandardCharsets.UTF_8));
    left.add(new String(PreviewCsv.of(preview), StandardCharsets.UTF_8));
    left.add(new String(report.json(ReportWords.both(report)), StandardCharsets.UTF_8));
    left.addAll(filesBut("records.csv"));
    assertThat(left).noneMatch(text -> text.contains(KEY) || text.contains(NAME));
    assertThat(folder.resolve("state/tmp")).doesNotExist();
    // The search finds what is there to be found.
    assertThat(filesBut("nothing")).anyMatch(text -> text.contains(KEY) && text.contains(NAME));
  }

  @Test
  void noFailureRepeatsAValueOrCarriesACauseThatDoes() throws Exception {
    List<String> breakages =
        List.of(
            KEY + "," + NAME + ",2012,x\n",
            KEY + ",1," + NAME + ",x\n",
            KEY + ",1\n",
            "\"" + KEY + ",1,2012," + NAME + "\n",
            "\"" + KEY + "\"" + NAME + ",1,2012,x\n");
    for (String breakage : breakages) {
      Throwable failure = null;
      try {
        agency(breakage).preview("2026");
      } catch (RowsRefused | UnreadableSource e) {
        failure = e;
      }
      assertThat(failure).as("the breakage breaks").isNotNull();
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      String all = trace.toString();
      if (failure instanceof RowsRefused refused) {
        all += refused.problems().stream().map(ReportWords.in("sv")::of).toList();
        assertThat(refused.problems()).isNotEmpty();
      }
      assertThat(all).doesNotContain(KEY).doesNotContain(NAME);
      assertThat(filesBut("records.csv"))
          .noneMatch(text -> text.contains(KEY) || text.contains(NAME));
    }
  }

  private List<String> filesBut(String excepted) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals(excepted)) {
          texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }
}
