package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/protect.md do what the page says. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("..", "docs", "samples", "protect");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"persons", "firms", "cells", "linked"})
  void anExampleIsProtectedAndStandsItsAudit(String name) throws IOException {
    Path input = SAMPLES.resolve(name + ".yaml");
    Path out = folder.resolve("out.csv");

    CommandLineRun protect = CommandLineRun.of("protect", input, "--out", out);

    assertThat(protect.code()).as(protect.err()).isZero();
    List<String> rows = Files.readAllLines(out);
    assertThat(rows).anyMatch(row -> row.contains(",suppressed,"));
    assertThat(rows).anyMatch(row -> row.contains(",published,"));
    assertThat(folder.resolve("out.report.json")).content().contains("\"verified\" : true");
    assertThat(folder.resolve("out.report.txt")).content().contains("0 not protected enough");
    CommandLineRun audit = CommandLineRun.of("audit", input, "--pattern", out);
    assertThat(audit.code()).as(audit.err()).isZero();
    assertThat(audit.out()).contains(": 0 unsafe ones not protected enough, 0 known exactly");
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "firms", "cells", "linked"})
  void anAuditFindsAnUnsafeCellThatIsShown(String name) throws IOException {
    Path input = SAMPLES.resolve(name + ".yaml");
    Path out = folder.resolve("out.csv");
    CommandLineRun.of("protect", input, "--out", out);
    Path bounds = folder.resolve("bounds.csv");
    // Everything is shown: each hidden cell's value is what the owner's table has.
    Files.writeString(bounds, everythingShown(input, out));

    CommandLineRun audit = CommandLineRun.of("audit", input, "--pattern", bounds);

    assertThat(audit.code()).as(audit.err() + audit.out()).isEqualTo(Main.NOT_SAFE);
  }

  private static String everythingShown(Path input, Path pattern) throws IOException {
    StringBuilder shown = new StringBuilder();
    Subject subject = Input.of(input).read();
    List<String> rows = Files.readAllLines(pattern);
    shown.append(rows.get(0)).append('\n');
    for (int cell = 0; cell < subject.shown(); cell++) {
      if (!subject.isShown(cell)) {
        continue;
      }
      String value =
          BigDecimal.valueOf(subject.table().value(cell), subject.decimals().applyAsInt(cell))
              .toPlainString();
      shown.append(String.join(",", subject.names().apply(cell)));
      shown.append(',').append(value).append(",published,,\n");
    }
    return shown.toString();
  }
}
