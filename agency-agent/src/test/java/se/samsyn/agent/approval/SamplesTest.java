package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.samsyn.agent.config.AgentConfig;
import se.samsyn.agent.config.ConfigFile;
import se.samsyn.agent.config.Variables;
import se.samsyn.agent.mapping.Mapping;
import se.samsyn.agent.protect.HiddenReason;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** Every sample of the documentation is read, and run on its real file. */
class SamplesTest {
  @TempDir Path state;

  /** All but those of the engine's own command, which has tests of its own. */
  static List<Path> samples() throws Exception {
    try (Stream<Path> folders = Files.list(RealFiles.samples())) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith("protect"))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreSamplesForAllThatTheDocumentationPromises() throws Exception {
    assertThat(samples().stream().map(p -> p.getFileName().toString()))
        .contains("student-mat", "oulad", "encounters", "se-unga", "ohlsson");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void configurationMappingTableAndDefinitionAreRead(Path sample) throws Exception {
    AgentConfig agent = agent(sample.getFileName().toString());
    Catalogue catalogue = Catalogue.load(agent.catalogue());
    List<Mapping> mappings = Sources.read(agent, new Variables(Map.of())).all();
    assertThat(mappings).isNotEmpty();
    for (Mapping mapping : mappings) {
      assertThat(catalogue.table(mapping.table())).isPresent();
      assertThat(catalogue.definitions()).anyMatch(d -> d.table().equals(mapping.table()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "student-mat, pupil-support, 2024/25, 395, pupils, 395",
    "oulad, course-takers, 2014, 32593, students, -1",
    "encounters, child-encounters, 2018, 73042, children, -1",
    "ohlsson, policies, 1998, 64548, insured, 64548"
  })
  void itRunsOnItsRealFile(
      String sample, String definition, String period, long rows, String measure, long total)
      throws Exception {
    Preview preview = preview(sample, definition, period);
    assertThat(preview.reading().rows()).isEqualTo(rows);
    Cell first = preview.table().cells().get(new MeasureId(measure)).get(0);
    // The engine may hide even the grand total; what it shows must be the truth.
    if (total >= 0 && first instanceof Cell.Value) {
      assertThat(first).isEqualTo(new Cell.Value(total));
    }
    assertThat(preview.table().cells().get(new MeasureId(measure)))
        .anyMatch(Cell.Value.class::isInstance);
  }

  @Test
  void studentsAreCountedOnceHoweverManyModulesTheyTake() throws Exception {
    Path file = RealFiles.folder().resolve("school/oulad_studentInfo.csv");
    Map<String, Set<String>> students = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] f = line.split(",", -1);
        if (f[1].startsWith("2014")) {
          for (String module :
              List.of("_T", f[0], "AAABBBGGG".contains(f[0]) ? "social" : "stem")) {
            students.computeIfAbsent(module, m -> new HashSet<>()).add(f[2]);
          }
        }
      }
    }
    Preview preview = preview("oulad", "course-takers", "2014");
    CellSpace space = CellSpace.of(preview.definition());
    int compared = 0;
    for (int i = 0; i < space.size(); i++) {
      List<String> c = space.coordinates(i);
      if (c.get(1).equals("_T")
          && c.get(2).equals("_T")
          && preview.table().cells().get(new MeasureId("students")).get(i)
              instanceof Cell.Value value) {
        assertThat(value.value())
            .as("%s", c)
            .isEqualTo(students.getOrDefault(c.get(0), Set.of()).size());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(3);
  }

  /** 435 cells of 1-4 at the finest level and 49 of municipality x age x region of birth. */
  @Test
  void seUngaHidesExactlyTheSmallCellsAndPublishesTheTruth() throws Exception {
    Map<List<String>, Integer> counts = countSeUnga();
    Preview preview = preview("se-unga", "young-by-birth-region", "2019");
    CellSpace space = CellSpace.of(preview.definition());
    List<Cell> cells = preview.table().cells().get(new MeasureId("young"));
    long finest = 0;
    long withoutSex = 0;
    long primary = 0;
    for (int i = 0; i < space.size(); i++) {
      List<String> c = space.coordinates(i);
      int n = counts.getOrDefault(c, 0);
      if (cells.get(i) instanceof Cell.Value value) {
        assertThat(value.value()).as("%s", c).isEqualTo(n);
        assertThat(n == 0 || n >= 5).as("%s", c).isTrue();
      }
      if (preview.reasons().get(i) == HiddenReason.MINIMUM_FREQUENCY) {
        assertThat(n).isBetween(1, 4);
        primary++;
        finest += c.contains("_T") ? 0 : 1;
        withoutSex += c.indexOf("_T") == 2 && c.lastIndexOf("_T") == 2 ? 1 : 0;
      }
    }
    assertThat(finest).isEqualTo(435);
    assertThat(withoutSex).isEqualTo(49);
    assertThat(primary).isEqualTo(484);
    assertThat(preview.reading().counted()).isEqualTo(706_155);
  }

  private static Map<List<String>, Integer> countSeUnga() throws Exception {
    Path file = RealFiles.folder().resolve("nordic/se_unga_12_17_2019_latin1.csv");
    Map<List<String>, Integer> counts = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] f = line.split(";");
        String[] codes = {
          f[1], f[2], f[3].equals("man") ? "1" : "2", f[4].equals("Född i Sverige") ? "SE" : "other"
        };
        for (int mask = 0; mask < 16; mask++) {
          String[] cell = codes.clone();
          for (int d = 0; d < 4; d++) {
            if ((mask >> d & 1) == 1) {
              cell[d] = "_T";
            }
          }
          counts.merge(List.of(cell), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private Preview preview(String sample, String definition, String period) throws Exception {
    Variables variables = new Variables(Map.of("SAMSYN_DATA", RealFiles.folder().toString()));
    AgentConfig agent = agent(sample);
    Catalogue catalogue = Catalogue.load(agent.catalogue());
    Definition found = catalogue.definition(new DefinitionId(definition)).orElseThrow();
    return new Previewing(agent, variables, SmallAgency.TODAY)
        .preview(
            found,
            catalogue.table(found.table()).orElseThrow(),
            Period.parse(period),
            SentBefore.NOTHING);
  }

  /** The sample's own configuration, with a state folder of this test. */
  private AgentConfig agent(String sample) throws Exception {
    Function<AgentConfig, AgentConfig> ownState =
        a ->
            new AgentConfig(
                a.file(),
                a.agency(),
                state,
                a.language(),
                a.minimumFrequency(),
                a.memoryMegabytes(),
                a.catalogue(),
                a.covers(),
                a.network(),
                a.mappings());
    return ownState.apply(
        ConfigFile.read(
            RealFiles.samples().resolve(sample).resolve("agent.yaml"), new Variables(Map.of())));
  }
}
