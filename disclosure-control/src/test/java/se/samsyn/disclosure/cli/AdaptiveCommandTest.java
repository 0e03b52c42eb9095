package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adaptive resolution from the command line. */
class AdaptiveCommandTest {
  private static final Path SAMPLES = Path.of("..", "docs", "samples", "protect");
  private static final int K = 5;

  @TempDir private Path folder;

  @Test
  void everyOpenNodeIsSafeAndAGroupOpensAsAWhole() throws IOException {
    Path out = folder.resolve("out.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "protect", SAMPLES.resolve("pupils.yaml"), "--out", out, "--method", "adaptive");

    assertThat(run.code()).as(run.err()).isZero();
    Map<String, Long> open = new HashMap<>();
    List<String> rows = Files.readAllLines(out);
    assertThat(rows.get(0)).isEqualTo("unit,attribute,class,value");
    for (String row : rows.subList(1, rows.size())) {
      int last = row.lastIndexOf(',');
      open.put(row.substring(0, last), Long.parseLong(row.substring(last + 1)));
    }
    assertThat(open.values()).allMatch(count -> count == 0 || count >= K + 1);
    assertThat(open).containsEntry("_T,,_T", 155L);
    assertThat(open.get("9915,,_T") + open.get("9916,,_T")).isEqualTo(open.get("smallest two,,_T"));
    List<String> groups = Files.readAllLines(folder.resolve("out.groups.csv"));
    assertThat(groups.get(0)).isEqualTo("group,opened,unit,attribute,class");
    assertThat(groups).anyMatch(row -> row.contains(",false,"));
    for (String row : groups.subList(1, groups.size())) {
      String[] fields = row.split(",", 3);
      assertThat(open.containsKey(fields[2])).isEqualTo(fields[1].equals("true"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measures:|structural_zeros: [{sex: \"1\"}]#measures:|cannot occur",
        "- id: sex|- id: sex#    kind: multiple|kind: single only",
        "units: municipality|units: place|no dimension place",
        "- dimension: sex|- dimension: municipality|adaptive/attributes/0",
        "start: _T|start: Atlantis|no such unit",
        "  k: 5|  k: 2|line",
        "kind: frequency|kind: magnitude#    column: grade|one frequency",
      })
  void whatItIsNotSafeForIsRefused(String good, String bad, String words) throws IOException {
    String yaml = Files.readString(SAMPLES.resolve("pupils.yaml"));
    assertThat(yaml).contains(good);
    Files.copy(SAMPLES.resolve("pupils.csv"), folder.resolve("pupils.csv"));
    Path input = folder.resolve("t.yaml");
    Files.writeString(input, yaml.replace(good, bad.replace("#", "\n")));
    Path out = folder.resolve("out.csv");

    CommandLineRun run = CommandLineRun.of("protect", input, "--out", out, "--method", "adaptive");

    assertThat(run.code()).as(run.err()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains(words);
    assertThat(out).doesNotExist();
  }
}
