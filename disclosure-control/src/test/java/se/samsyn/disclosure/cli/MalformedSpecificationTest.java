package se.samsyn.disclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Anything malformed: what, where, status 2, and no file; never what a person's row holds. */
class MalformedSpecificationTest {
  private static final String YAML =
      """
      microdata:
        file: data.csv
        person: who
      dimensions:
        - id: region
          classes: [{north: ["a", "b"]}, "c"]
        - id: sex
          classes: ["1", "2"]
      measures:
        - id: persons
          kind: frequency
      rules:
        minimum_frequency: 3
      """;

  private static final String DATA =
      """
      who,region,sex,amount
      p1,a,1,3
      p2,b,2,4
      p3,c,1,5.5
      """;

  @TempDir private Path folder;

  static Stream<Arguments> faults() {
    return Stream.of(
        // In the specification.
        yaml("  minimum_frequency: 3", "  minimum_frequency: 2", "line 13", "minimum"),
        yaml("rules:", "rulez:", "line 12", "rulez"),
        yaml("  minimum_frequency: 3", "  minimum_frequency: 3\n  minimum: 4", "line 14"),
        yaml("classes: [\"1\", \"2\"]", "classes: [1, 2]", "line 8"),
        yaml("classes: [\"1\", \"2\"]", "classes: [\"1\", \"1\"]", "dimension sex", "twice"),
        yaml("- id: sex", "- id: region", "an id comes twice"),
        yaml("kind: frequency", "kind: frequency\n    decimals: 2", "decimals"),
        yaml("kind: frequency", "kind: magnitude", "data.csv row 1", "persons"),
        yaml("rules:", "rules:\n  group_disclosure: [age]", "group_disclosure", "age"),
        yaml("rules:", "structural_zeros:\n  - {age: \"1\"}\nrules:", "structural_zeros/0"),
        yaml("rules:", "structural_zeros:\n  - {sex: \"9\"}\nrules:", "structural_zeros/0"),
        yaml("rules:", "structural_zeros:\n  - {sex: \"1\"}\nrules:", "more than it can"),
        yaml("rules:", "known: {status: state}\nrules:", "known"),
        yaml("rules:", "tables: [[region, age]]\nrules:", "tables", "not there"),
        yaml("rules:", "---\nrules:", "not YAML"),
        yaml("  file: data.csv", "  file: [", "line", "not YAML"),
        yaml("  file: data.csv", "  file: a.csv\n  file: data.csv", "line 3", "Duplicate"),
        yaml("  file: data.csv", "  file: other.csv", "other.csv", "no such file"),
        yaml("microdata:", "cells: {file: data.csv}\nmicrodata:", "the top level"),
        // In the data.
        data("p2,b,2,4", "p2,zsecret,2,4", "row 3, column region"),
        data("p2,b,2,4", "p2,north,2,4", "row 3, column region", "without parts"),
        data("p2,b,2,4", "p2,b,_T,4", "row 3, column sex"),
        data("p2,b,2,4", "p2,b", "row 3", "4"),
        data("p2,b,2,4", ",b,2,4", "row 3, column who"),
        data("p2,b,2,4", "p1,b,1,4", "row 3, column region", "multiple"),
        data("p2,b,2,4", "\"p2,b,2,4", "row 3", "fields"),
        data("who,region", "who,who", "row 1", "twice"),
        data("who,region", "who,place", "row 1", "region"),
        yaml("kind: frequency", "kind: magnitude\n    column: amount", "row 4, column amount"),
        both(
            "kind: frequency",
            "kind: magnitude\n    column: amount\n    decimals: 1",
            "p1,a,1,3",
            "p1,a,1,-zsecret",
            "row 2, column amount"),
        both(
            "kind: frequency\nrules:\n  minimum_frequency: 3",
            "kind: magnitude\n    column: amount\n    decimals: 6\nrules:\n  p_percent: {p: 1000}",
            "p1,a,1,3",
            "p1,a,1,999999999999",
            "more digits"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isRefusedWithItsPlaceAndLeavesNoFile(String yaml, String data, List<String> words)
      throws IOException {
    Files.writeString(folder.resolve("t.yaml"), yaml);
    Files.writeString(folder.resolve("data.csv"), data);

    CommandLineRun run =
        CommandLineRun.of(
            "protect", folder.resolve("t.yaml"), "--out", folder.resolve("result.csv"));

    assertThat(run.code()).as(run.err()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains(words).doesNotContain("zsecret", "Exception");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("t.yaml", "data.csv");
    }
  }

  @Test
  void withoutItsFaultTheFileIsAccepted() throws IOException {
    Files.writeString(folder.resolve("t.yaml"), YAML);
    Files.writeString(folder.resolve("data.csv"), DATA);

    CommandLineRun run =
        CommandLineRun.of(
            "protect", folder.resolve("t.yaml"), "--out", folder.resolve("result.csv"));

    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Arguments yaml(String good, String bad, String... words) {
    assertThat(YAML).contains(good);
    return Arguments.of(YAML.replace(good, bad), DATA, List.of(words));
  }

  private static Arguments data(String good, String bad, String... words) {
    assertThat(DATA).contains(good);
    return Arguments.of(YAML, DATA.replace(good, bad), List.of(words));
  }

  private static Arguments both(
      String good, String bad, String goodRow, String badRow, String... words) {
    return Arguments.of(YAML.replace(good, bad), DATA.replace(goodRow, badRow), List.of(words));
  }
}
