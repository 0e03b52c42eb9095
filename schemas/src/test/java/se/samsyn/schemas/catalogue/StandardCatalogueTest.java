package se.samsyn.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.InputTable;
import se.samsyn.schemas.definition.Period;
import se.samsyn.schemas.definition.Purpose;
import se.samsyn.schemas.definition.Question;
import se.samsyn.schemas.definition.RecordSet;
import se.samsyn.schemas.definition.TableId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.table.CellSpace;

/** The catalogue that comes with Samsyn: it loads, it answers the questions, its parts fit. */
class StandardCatalogueTest {
  private static final int SWEDISH_MUNICIPALITIES = 290;

  @Test
  void itsDefinitionsAnswerTheFiveQuestions() throws Exception {
    Set<Question> answered =
        standard().definitions().stream()
            .map(Definition::purpose)
            .filter(Purpose.Answers.class::isInstance)
            .flatMap(p -> ((Purpose.Answers) p).answers().stream())
            .map(Purpose.Answer::question)
            .collect(Collectors.toSet());

    assertThat(answered).isEqualTo(EnumSet.allOf(Question.class));
  }

  @Test
  void itHasTheInputTablesOfTheField() throws Exception {
    assertThat(standard().tables().stream().map(t -> t.id().value()))
        .containsExactlyInAnyOrder(
            "absence",
            "activity",
            "answer",
            "contact",
            "counts",
            "event",
            "intervention",
            "participation",
            "referral",
            "tsi_case");
  }

  @Test
  void everyTableOfPersonsHasTheCommonColumns() throws Exception {
    for (InputTable table : standard().tables()) {
      if (table.isIndividual() && !table.id().equals(new TableId("answer"))) {
        for (String column : List.of("person_id", "birth_year", "sex", "municipality")) {
          assertThat(table.column(column))
              .as("%s.%s", table.id(), column)
              .hasValueSatisfying(c -> assertThat(c.required()).isTrue());
        }
        assertThat(table.column("protected_identity")).isPresent();
      }
    }
  }

  /** Otherwise no constellation could ever collect the whole catalogue in one manifest. */
  @Test
  void noTwoDefinitionsAreMadeOfTheSameRecords() throws Exception {
    List<Definition> all = List.copyOf(standard().definitions());
    Period term = Period.parse("HT2025");
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(RecordSet.of(all.get(i), term).intersects(RecordSet.of(all.get(j), term)))
            .as("%s and %s", all.get(i).ref(), all.get(j).ref())
            .isFalse();
      }
    }
  }

  @Test
  void theCountsPathHasADefinition() throws Exception {
    assertThat(standard().definitions()).anyMatch(d -> d.unit() == Unit.GIVEN);
  }

  @Test
  void municipalitiesAreTheCountrysAndTheRestOfATableIsSmall() throws Exception {
    for (Definition definition : standard().definitions()) {
      int cells = CellSpace.of(definition).size();
      for (Dimension dimension : definition.dimensions()) {
        if (dimension.id().value().equals("municipality")) {
          assertThat(dimension.codes()).hasSize(SWEDISH_MUNICIPALITIES);
          cells /= dimension.nodes().size();
        }
      }
      assertThat(cells).as("%s", definition.ref()).isBetween(2, 200);
    }
  }

  @Test
  void aShorterListLaidOverTakesThePlaceOfTheStandardOne(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("codelists"));
    Files.writeString(
        folder.resolve("codelists/municipality.yaml"),
        """
        id: municipality
        title: {sv: Kommun, en: Municipality}
        codes:
          - {code: "9901", label: {sv: Norra, en: North}}
        """);

    Definition absence =
        Catalogue.load(List.of(folder))
            .definition(new DefinitionId("school-absence"))
            .orElseThrow();

    assertThat(absence.dimensions().get(0).nodes()).containsExactly("_T", "9901");
  }

  @Test
  void aDefinitionThatNamesAMissingColumnIsRefusedWithItsFile(@TempDir Path folder)
      throws Exception {
    Files.createDirectory(folder.resolve("definitions"));
    String standard;
    try (var in =
        Catalogue.class.getResourceAsStream("/catalogue/definitions/notifications.yaml")) {
      standard = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Files.writeString(
        folder.resolve("definitions/own.yaml"), standard.replace("received_date", "arrived"));

    assertThatThrownBy(() -> Catalogue.load(List.of(folder)))
        .isInstanceOfSatisfying(
            MalformedDocument.class,
            e ->
                assertThat(e.findings())
                    .containsExactly(
                        "definitions/own.yaml: period: table referral has no column arrived"));
  }

  @Test
  void everyFileOfTheCatalogueIsInItsIndex() throws Exception {
    Path folder = Path.of(Catalogue.class.getResource("/catalogue/index").toURI()).getParent();
    List<String> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(f -> f.toString().endsWith(".yaml"))
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .toList();
    }

    assertThat(Files.readAllLines(folder.resolve("index"))).hasSameElementsAs(files);
  }

  private static Catalogue standard() throws Exception {
    return Catalogue.load(List.of());
  }
}
