package se.samsyn.demo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.demo.world.Actor;
import se.samsyn.demo.world.World;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;

/** The agencies' files have the dialects and the errors that real ones have. */
class AgencyFolderTest {
  private static final long SEED = 1;
  private static final World WORLD = World.of(SEED);
  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    for (Actor actor : Actor.values()) {
      AgencyFolder.write(
          folder.resolve(actor.agency()), actor, AgencyFolder.sheets(actor, WORLD, SEED));
    }
  }

  @Test
  void theSchoolsExcelFileHasAByteOrderMarkAndSemicolons() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("skolan/stodinsatser.csv"));

    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(";Kön;").contains("\r\n");
  }

  @Test
  void socialServicesWriteSingleByteLettersAndDecimalCommas() throws IOException {
    String text =
        Files.readString(
            folder.resolve("socialtjansten/insatser.csv"), Charset.forName("windows-1252"));

    assertThat(text).contains("Förnamn").containsPattern(";\\d+,00\\r\\n");
  }

  @Test
  void healthCareCompresses() throws IOException {
    assertThat(Files.readAllBytes(folder.resolve("varden/kontakter.csv.gz")))
        .startsWith(0x1f, 0x8b);
  }

  @Test
  void noLocalIdIsUsedByTwoAgenciesOrTwoChildren() {
    for (Actor actor : Actor.values()) {
      Set<String> ids =
          WORLD.children().stream()
              .map(
                  c ->
                      switch (actor) {
                        case SCHOOL -> LocalIds.school(c);
                        case SOCIAL_SERVICES -> LocalIds.socialServices(c);
                        case HEALTH_CARE -> LocalIds.healthCare(c);
                      })
              .collect(Collectors.toSet());

      assertThat(ids).hasSameSizeAs(WORLD.children());
    }
  }

  @Test
  void everyAgencyHasShortRowsAndImpossibleOnes() {
    for (Actor actor : Actor.values()) {
      List<Sheet> sheets = AgencyFolder.sheets(actor, WORLD, SEED);

      assertThat(sheets)
          .as(actor.agency())
          .anySatisfy(s -> assertThat(s.rows()).anyMatch(row -> row.size() < s.header().size()))
          .anySatisfy(s -> assertThat(s.rows()).anyMatch(row -> row.contains(Dirt.UNKNOWN_CODE)));
    }
  }

  @Test
  void theCountysMunicipalitiesAreLaidOverTheCountrys() throws Exception {
    Catalogue catalogue = Catalogue.load(List.of(folder.resolve("skolan/catalogue")));

    assertThat(catalogue.definitions())
        .flatExtracting(Definition::dimensions)
        .filteredOn(d -> d.id().value().equals("municipality"))
        .isNotEmpty()
        .allSatisfy(
            d ->
                assertThat(d.nodes())
                    .containsExactly("_T", "3080", "3017", "3024", "3035", "3046"));
  }
}
