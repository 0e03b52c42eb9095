package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tau-ARGUS file from the command line. */
class JjCommandsTest {
  /** Two rows of three with all totals; cell 5 is unsafe. */
  static final String JJ =
      """
      0
      12
      0 60 60 z 0 1000 0 0 0
      1 30 30 s 0 1000 0 0 0
      2 30 30 s 0 1000 0 0 0
      3 15 15 s 0 1000 0 0 0
      4 20 20 s 0 1000 0 0 0
      5 1 1 u 0 1000 0 3 3
      6 9 9 s 0 1000 0 0 0
      7 20 20 s 0 1000 0 0 0
      8 14 14 s 0 1000 0 0 0
      9 11 11 s 0 1000 0 0 0
      10 5 5 s 0 1000 0 0 0
      11 25 25 s 0 1000 0 0 0
      7
      0 3 : 0 (-1) 1 (1) 2 (1)
      0 4 : 0 (-1) 3 (1) 4 (1) 11 (1)
      0 4 : 1 (-1) 5 (1) 6 (1) 7 (1)
      0 4 : 2 (-1) 8 (1) 9 (1) 10 (1)
      0 3 : 3 (-1) 5 (1) 8 (1)
      0 3 : 4 (-1) 6 (1) 9 (1)
      0 3 : 11 (-1) 7 (1) 10 (1)
      """;

  @TempDir private Path folder;
  private Path input;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    input = Files.writeString(folder.resolve("table.jj"), JJ);
    out = folder.resolve("out.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"interval", "optimal"})
  void isProtectedAuditedAndReported(String method) throws IOException {
    CommandLineRun run = CommandLineRun.of("protect", input, "--out", out, "--method", method);

    assertThat(run.code()).as(run.err()).isZero();
    List<String> rows = Files.readAllLines(out);
    assertThat(rows).hasSize(13).startsWith("cell,value,state,lower,upper");
    assertThat(rows).anyMatch(row -> row.startsWith("5,,suppressed,"));
    assertThat(rows.stream().filter(row -> row.contains("suppressed"))).hasSize(4);
    assertThat(folder.resolve("out.report.json"))
        .content()
        .contains("\"insiders\" : \"none\"", "\"unsafe\" : 1", "\"secondary\" : 3");
    assertThat(run.err()).as("no progress where nobody sees it").isEmpty();
    assertThat(CommandLineRun.of("audit", input, "--pattern", out).code()).isZero();
  }

  @Test
  void theOrderOfTheFileDoesNotMatter() throws IOException {
    CommandLineRun.of("protect", input, "--out", out);
    List<String> lines = new ArrayList<>(JJ.lines().toList());
    Collections.reverse(lines.subList(2, 14));
    Collections.reverse(lines.subList(15, 22));
    Path other = Files.write(folder.resolve("other.jj"), lines);
    Path otherOut = folder.resolve("other.csv");

    assertThat(CommandLineRun.of("protect", other, "--out", otherOut).code()).isZero();

    assertThat(Files.readAllLines(otherOut))
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(out));
  }

  @Test
  void isRounded() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("protect", input, "--out", out, "--method", "rounding", "--base", 5);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out))
        .allMatch(row -> row.startsWith("cell") || row.contains(",rounded,"))
        .noneMatch(row -> row.startsWith("5,1,"));
  }

  @Test
  void whatMustBeShownAndGivesAnUnsafeCellAwayIsImpossible() throws IOException {
    Files.writeString(input, JJ.replace(" s ", " z "));

    CommandLineRun run = CommandLineRun.of("protect", input, "--out", out);

    assertThat(run.code()).isEqualTo(Main.NOT_SAFE);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--method adaptive|specification",
        "--method nothing|--method",
        "--method rounding --insiders single|--insiders",
        "--method rounding --base 2|--base",
        "--base 3|--base",
        "--threads 0|--threads",
        "--cost dear|--cost",
      })
  void wrongUseIsRefused(String options, String words) throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            Stream.concat(Stream.of("protect", input, "--out", out), Stream.of(options.split(" ")))
                .toArray());

    assertThat(run.code()).as(run.err()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains(words);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "value", "weights"})
  void costsCanBeChosen(String cost) {
    CommandLineRun run = CommandLineRun.of("protect", input, "--out", out, "--cost", cost);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("out.report.json")).content().contains("\"" + cost + "\"");
  }

  @Test
  void aPatternThatDoesNotFitIsRefused() throws IOException {
    CommandLineRun.of("protect", input, "--out", out);
    String pattern = Files.readString(out);
    for (String bad :
        List.of(
            pattern.replace("cell,value", "id,value"),
            pattern.replace("published", "open"),
            pattern.replace("\n0,60,", "\n0,61,"),
            pattern.replace("\n0,", "\n1,"),
            pattern.substring(0, pattern.lastIndexOf("\n11,") + 1))) {
      Files.writeString(out, bad);
      assertThat(CommandLineRun.of("audit", input, "--pattern", out).code())
          .isEqualTo(Main.WRONG_USE);
    }
  }

  @Test
  void nothingIsLeftWhereTheFolderIsMissing() {
    CommandLineRun run =
        CommandLineRun.of("protect", input, "--out", folder.resolve("none").resolve("out.csv"));

    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains("no such folder");
  }
}
