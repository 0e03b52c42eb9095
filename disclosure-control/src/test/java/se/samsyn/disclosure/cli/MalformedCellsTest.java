package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that contradict each other or the rules are refused. */
class MalformedCellsTest {
  private static final String YAML =
      """
      cells: {file: data.csv}
      dimensions:
        - {id: region, classes: [a, b]}
        - {id: sex, classes: ["1", "2"]}
      measures:
        - {id: turnover, kind: magnitude, decimals: 1, contributors: firms, largest: [x1, x2]}
      rules:
        minimum_frequency: 3
        p_percent: {p: 10}
      known: {status: state, population: people, cost: cost}
      """;

  private static final String DATA =
      """
      region;sex;turnover;firms;x1;x2;state;people;cost
      a;1;10,5;4;5,5;2;;100;
      a;2;20;5;5;5;published;;2,5
      b;1;30;6;8;8;;;
      b;2;40;7;9;8;suppressed;;
      a;_T;30,5;9;5,5;5;;;
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a;_T;30,5|a;_T;31|row 6, column turnover",
        "b;2;40;7|a;2;40;7|row 5: the cell is in the file twice",
        "10,5;4|10,55;4|row 2, column turnover",
        "10,5;4|10,5;0|row 2, column firms",
        "4;5,5;2|4;9,5;2|row 2, column x2",
        ";suppressed;|;gone;|row 5, column state",
        ";100;|;many;|row 2, column people",
        ";2,5|;-1|row 3, column cost",
        "a;1;|q;1;|row 2, column region",
      })
  void isRefusedWithItsPlace(String good, String bad, String words) throws IOException {
    assertThat(DATA).contains(good);

    CommandLineRun run = run(YAML, DATA.replace(good, bad));

    assertThat(run.code()).as(run.err()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains(words).doesNotContain("Exception");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void rulesNeedTheirColumns() throws IOException {
    assertThat(run(YAML.replace("largest: [x1, x2]", "largest: [x1]"), DATA).err())
        .contains("the 2 largest contributions");
    assertThat(run(YAML.replace("contributors: firms, ", ""), DATA).err())
        .contains("number of contributors");
  }

  @Test
  void withoutAFaultTheyAreProtectedAndTotalsAreComputed() throws IOException {
    CommandLineRun run = run(YAML, DATA);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("result.csv"))
        .content()
        .contains("_T,_T,100.5,published,100.5,100.5")
        .contains("b,2,,suppressed,");
  }

  private CommandLineRun run(String yaml, String data) throws IOException {
    Files.writeString(
        folder.resolve("t.yaml"), yaml + "csv: {separator: \";\", decimal_mark: \",\"}\n");
    Files.writeString(folder.resolve("data.csv"), data);
    return CommandLineRun.of(
        "protect", folder.resolve("t.yaml"), "--out", folder.resolve("result.csv"));
  }
}
