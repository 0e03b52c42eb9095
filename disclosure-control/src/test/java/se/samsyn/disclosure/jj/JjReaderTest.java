package se.samsyn.disclosure.jj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;

/** What the reader makes of a JJ file, and what it refuses. */
class JjReaderTest {
  private static final String JJ =
      """
      0
      3
      all 10.25 10 s 0 100 0 0 0
      one 4.1 4 u 0 100 1 2.5 3
      two 6.15 6 z 0 100 0 0 0
      1
      0 3 : all (-1) one (1) two (1)
      """;

  @TempDir private Path folder;

  @Test
  void numbersAreScaledByTheMostDecimals() throws IOException {
    JjTable table = read(JJ);

    assertThat(table.decimals()).isEqualTo(2);
    assertThat(table.ids()).containsExactly("all", "one", "two");
    assertThat(table.table().values()).containsExactly(1025, 410, 615);
    assertThat(table.table().publication(2)).isEqualTo(Publication.ALWAYS);
    assertThat(table.demands()).hasSize(1);
    assertThat(table.demands().get(0).requirement()).isEqualTo(new Requirement(310, 660, 300));
  }

  @Test
  void anUnsafeCellWithoutLevelsGetsAWidthOfOneInTheLastDecimal() throws IOException {
    assertThat(read(JJ.replace("1 2.5 3", "0 0 0")).demands().get(0).requirement())
        .isEqualTo(new Requirement(410, 410, 1));
  }

  @Test
  void aRelationThatMissesByRoundingIsKeptWithItsResidual() throws IOException {
    JjTable table = read(JJ.replace("6.15 6 z", "6.155 6 z"));

    assertThat(Math.abs(table.table().space().relations().get(0).constant())).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6.15 6 z|6.16 6 z|line 7|does not hold",
        "one 4.1|all 4.1|line 4|twice",
        "4.1 4 u 0 100|4.1 4 u 5 100|line 4|lb",
        "4.1 4 u 0 100|4.1 4 u 0 4|line 4|ub",
        "4.1 4 u|4.1 4 x|line 4|u, s or z",
        "4.1 4 u|4.1 -4 u|line 4|cost",
        "1 2.5 3|1 -2.5 3|line 4|level",
        "1 2.5 3|1 2.5|line 4|9 fields",
        "4.1 4|4.1.1 4|line 4|value",
        "4.1 4|1234567890123456 4|line 4|value",
        "two (1)|three (1)|line 7|unknown",
        "two (1)|one (1)|line 7|twice",
        "two (1)|two (0)|line 7|coefficient",
        "two (1)|two 1|line 7|term 3",
        "0 3 :|0 2 :|line 7|more terms",
        "0 3 :|0 4 :|line 7|term 4",
        "0 3 : |0 3 |line 7|written",
      })
  void whatIsMalformedIsRefusedWithItsLine(String good, String bad, String line, String what) {
    assertThat(JJ).contains(good);
    assertThatThrownBy(() -> read(JJ.replace(good, bad)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining(line + ":")
        .hasMessageContaining(what);
  }

  @Test
  void whatEndsTooEarlyOrTooLateIsRefused() {
    assertThatThrownBy(() -> read("1" + JJ)).hasMessageContaining("line 1");
    assertThatThrownBy(() -> read(JJ.replace("\n3\n", "\n-3\n"))).hasMessageContaining("line 2");
    assertThatThrownBy(() -> read(JJ.replace("\n1\n0 3", "\n2\n0 3")))
        .hasMessageContaining("line 8")
        .hasMessageContaining("ends before");
    assertThatThrownBy(() -> read(JJ + "more\n")).hasMessageContaining("line 8");
    assertThatThrownBy(() -> read("")).hasMessageContaining("ends before");
  }

  private JjTable read(String text) throws IOException {
    return JjReader.read(Files.writeString(folder.resolve("t.jj"), text));
  }
}
