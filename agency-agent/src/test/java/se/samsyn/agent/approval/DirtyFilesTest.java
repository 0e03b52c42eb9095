package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.agent.mapping.ProblemKind;
import se.samsyn.agent.source.ProblemLog;
import se.samsyn.agent.source.UnreadableSource;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/** Files as agencies have them: every dialect reads the same, and what is wrong is told by row. */
class DirtyFilesTest {
  private static final String COLUMNS =
      """
      columns:
        person_id: Elev
        sex: {column: Kön, recode: {flicka: "2", pojke: "1"}}
        start_date: Från
        cost: {column: Kostnad, scale: 100}
      """;

  @TempDir Path folder;
  private SmallAgency agency;

  @BeforeEach
  void tableAndDefinition() throws Exception {
    agency =
        new SmallAgency(folder)
            .mapping(COLUMNS)
            .table(
                """
                columns:
                  - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: sex, type: code, required: true, personal: false, codes: ["1", "2", "9"], description: {sv: p, en: p}}
                  - {name: start_date, type: date, required: true, personal: true, description: {sv: p, en: p}}
                  - {name: cost, type: amount, required: true, personal: true, description: {sv: p, en: p}}
                """)
            .definition(
                """
                unit: persons
                period: {grain: term, date: start_date}
                dimensions:
                  - {id: sex, title: {sv: p, en: p}, kind: single, by: {column: sex}, codes: [{code: "1", label: {sv: a, en: a}}, {code: "2", label: {sv: a, en: a}}]}
                measures:
                  - {kind: count, id: children, title: {sv: c, en: c}}
                  - {kind: sum, id: cost, title: {sv: c, en: c}, column: cost, unit: ore}
                protection: {minimumFrequency: 3, zeros: shown, groupDisclosure: false}
                """);
  }

  /** Twelve children, six of each sex, each with costs of 10.50. */
  private static String rows(String separator, String newline, String decimal) {
    StringBuilder rows =
        new StringBuilder(String.join(separator, "Elev", "Kön", "Från", "Kostnad")).append(newline);
    for (int i = 0; i < 12; i++) {
      rows.append(
              String.join(
                  separator,
                  "\"Åsa \"\"" + i + "\"\"" + separator + "\"",
                  i % 2 == 0 ? "flicka" : "pojke",
                  "2025-09-0" + (1 + i % 9),
                  "10" + decimal + "50"))
          .append(newline);
    }
    return rows.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "',', LF, '.', UTF-8, false, false",
    "';', CRLF, ',', ISO-8859-1, false, false",
    "';', CRLF, ',', UTF-8, true, false",
    "tab, LF, '.', windows-1252, false, false",
    "';', LF, ',', ISO-8859-1, false, true",
    "',', CRLF, '.', UTF-8, true, true"
  })
  void everyDialectReadsTheSame(
      String separator, String newline, String decimal, String charset, boolean bom, boolean gzip)
      throws Exception {
    String sign = separator.equals("tab") ? "\t" : separator;
    String text = rows(sign, newline.equals("LF") ? "\n" : "\r\n", decimal);
    if (charset.equals("windows-1252")) {
      text = text.replace("Åsa", "Åsa – €");
    }
    byte[] bytes = ((bom ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
    if (gzip) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    Files.write(folder.resolve("records.csv"), bytes);
    agency.mapping((decimal.equals(",") ? "decimal: comma\n" : "") + COLUMNS);
    Preview preview = agency.preview("HT2025");
    assertThat(values(preview, "children")).containsExactly(12L, 6L, 6L);
    assertThat(values(preview, "cost")).containsExactly(12 * 1050L, 6 * 1050L, 6 * 1050L);
    assertThat(preview.reading().problems()).isEmpty();
  }

  @Test
  void parquetReadsTheSame() throws Exception {
    Files.writeString(folder.resolve("plain.csv"), rows(",", "\n", "."));
    try (var c = java.sql.DriverManager.getConnection("jdbc:duckdb:");
        var s = c.createStatement()) {
      s.execute(
          "COPY (FROM read_csv('%s')) TO '%s' (FORMAT parquet)"
              .formatted(folder.resolve("plain.csv"), folder.resolve("records.parquet")));
    }
    Files.writeString(
        folder.resolve("records.mapping.yaml"), "table: record\nfile: records.parquet\n" + COLUMNS);
    assertThat(values(agency.preview("HT2025"), "cost"))
        .containsExactly(12 * 1050L, 6 * 1050L, 6 * 1050L);
  }

  private static final String DIRTY =
      rows(",", "\n", ".")
          + "secretA,flicka,2025-02-30,5.00\n" // row 14: no such day
          + "secretB,okänt,2025-09-01,5.00\n" // row 15: unknown code
          + "secretC,flicka,2025-09-01,-5.00\n" // row 16: negative
          + "secretD,flicka,2025-09-01\n" // row 17: short
          + "secretE,flicka,2025-09-01,5.001\n" // row 18: not whole in öre
          + "secretF,flicka,2025-09-01,mycket\n" // row 19: no number
          + "secretG,,2025-09-01,5.00\n" // row 20: missing
          + "secretH,9,2025-09-01,5.00\n" // row 21: known code, no class
          + ",flicka,2025-09-01,5.00\n" // row 22: whose?
          + "secretI,flicka,2024-09-01,5.00\n"; // row 23: another term

  @Test
  void allThatIsWrongIsToldAtOnceByRowAndColumnAndNeverByValue() throws Exception {
    agency.data(DIRTY);
    RowsRefused refused = catchThrowableOfType(RowsRefused.class, () -> agency.preview("HT2025"));
    assertThat(refused.problems().stream().map(DirtyFilesTest::brief))
        .containsExactlyInAnyOrder(
            "short-row  [17]",
            "unknown-code sex [15]",
            "impossible-date start_date [14]",
            "impossible-number cost [18, 19]",
            "negative-amount cost [16]",
            "missing-value person_id [22]",
            "missing-value sex [20]");
    for (String language : List.of("sv", "en")) {
      for (ProblemLog.Problem problem : refused.problems()) {
        assertThat(ReportWords.in(language).of(problem))
            .doesNotContain("secret", "okänt", "mycket", "{");
      }
    }
  }

  @Test
  void rowsAreLeftOutAndCountedWhereTheMappingSaysSo() throws Exception {
    agency.data(DIRTY);
    StringBuilder problems = new StringBuilder("problems:\n");
    for (ProblemKind kind : ProblemKind.values()) {
      problems.append("  ").append(kind.word()).append(": leave-out\n");
    }
    agency.mapping(problems + COLUMNS);
    Preview preview = agency.preview("HT2025");
    assertThat(values(preview, "children")).containsExactly(12L, 6L, 6L);
    assertThat(preview.reading().counted()).isEqualTo(12);
    assertThat(preview.reading().outsidePeriod()).isEqualTo(1);
    assertThat(preview.reading().noClass().values()).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Elev,Kön,Från,Kostnad\\n\"a,flicka,2025-09-01,1\\n | quote is not closed",
        "Elev,Kön,Från,Kostnad\\n\"a\"b,flicka,2025-09-01,1\\n | row 2, column 1",
        "Elev,Kön\\na,flicka\\n | no column Från",
        "Elev,Elev\\na,b\\n | comes twice",
        "Elev\\na\\n | what separates"
      })
  void aFileThatCannotBeReadSaysWhere(String text, String said) throws Exception {
    agency.data(text.replace("\\n", "\n"));
    assertThatThrownBy(() -> agency.preview("HT2025"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining(said.strip())
        .hasNoCause();
  }

  @Test
  void aBrokenCharacterInUtf8IsNotTakenForAnotherEncoding() throws Exception {
    byte[] bytes = rows(",", "\n", ".").getBytes(StandardCharsets.UTF_8);
    String text = new String(bytes, StandardCharsets.ISO_8859_1) + "\u00c5sa,flicka,2025-09-01,1\n";
    Files.write(folder.resolve("records.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> agency.preview("HT2025"))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("row 14, column 1: not UTF-8");
  }

  @Test
  void namesThatLookLikeCodeStayNames() throws Exception {
    String evil = "x'); DROP TABLE y; --\"";
    agency.data(rows(",", "\n", ".").replace("Kostnad", "\"" + evil.replace("\"", "\"\"") + "\""));
    agency.mapping(COLUMNS.replace("column: Kostnad", "column: '" + evil.replace("'", "''") + "'"));
    assertThat(values(agency.preview("HT2025"), "children")).containsExactly(12L, 6L, 6L);
  }

  @Test
  void aCodeThatLooksLikeCodeStaysACode() throws Exception {
    agency.data(rows(",", "\n", ".").replace("flicka", "'); DROP TABLE staged_1; --"));
    agency.mapping(COLUMNS.replace("flicka:", "\"'); DROP TABLE staged_1; --\":"));
    assertThat(values(agency.preview("HT2025"), "children")).containsExactly(12L, 6L, 6L);
  }

  private static String brief(ProblemLog.Problem problem) {
    return problem.kind().word() + " " + problem.column() + " " + problem.sample();
  }

  private static List<Long> values(Preview preview, String measure) {
    return preview.table().cells().get(new MeasureId(measure)).stream()
        .map(c -> c instanceof Cell.Value v ? v.value() : -1L)
        .toList();
  }
}
