package se.samsyn.aggregator.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Areas are read whole or not at all, and what is wrong is said with its place. */
class AreaFileTest {
  private static final String SQUARE = "[[[18,58],[19,58],[19,59],[18,59],[18,58]]]";

  @TempDir private Path folder;

  @Test
  void codesGroupsCountiesAndOutlinesAreRead() throws IOException {
    AreaMap map =
        read(
            feature("'code':'3080','county':'Älvsunds län','group':'Stad','area_km2':12", SQUARE),
            feature("'code':'3017','county':'Älvsunds län'", SQUARE),
            "{'type':'Feature','properties':{'code':'3024'},'geometry':null}");

    assertThat(map.areas()).extracting(Area::code).containsExactly("3080", "3017", "3024");
    assertThat(map.find("3080").orElseThrow().outline().get(0)).hasSize(5);
    assertThat(map.find("3024").orElseThrow().outline()).isEmpty();
    List<String> codes = List.of("3024", "3017", "3080", "3035");
    assertThat(map.counties(codes)).isEqualTo(Map.of("Älvsunds län", Set.of("3080", "3017")));
    assertThat(map.groups(codes)).isEqualTo(Map.of("Stad", Set.of("3080")));
  }

  @Test
  void withoutAFileNothingIsKnown() throws IOException {
    assertThat(AreaFile.read(folder.resolve("areas.geojson"))).isEqualTo(AreaMap.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'code':'3080'                | [[[674032,6580821],[674032,6580921],[674132,6580921],[674032,6580821]]] | degrees",
        "'code':'3080'                | [[[18,58],[19,58],[18,58]]]  | four corners",
        "'name':'Älvsund'             | [[[18,58],[19,58],[19,59],[18,58]]] | code",
        "'code':3080                  | [[[18,58],[19,58],[19,59],[18,58]]] | text of 1-60",
        "'code':'3017'                | [[[18,58],[19,58],[19,59],[18,58]]] | come before",
      })
  void whatIsWrongIsSaidWithItsFeature(String properties, String outline, String said) {
    assertThatThrownBy(() -> read(feature("'code':'3017'", SQUARE), feature(properties, outline)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("feature 2")
        .hasMessageContaining(said);
  }

  @Test
  void whatIsNoGeoJsonIsRefused() {
    assertThatThrownBy(() -> read("{")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> AreaFile.read(write("{\"type\":\"Topology\"}")))
        .hasMessageContaining("FeatureCollection");
  }

  private AreaMap read(String... features) throws IOException {
    return AreaFile.read(
        write(
            "{'type':'FeatureCollection','features':[%s]}"
                .formatted(String.join(",", features))
                .replace('\'', '"')));
  }

  private Path write(String json) throws IOException {
    return Files.writeString(folder.resolve("areas.geojson"), json);
  }

  private static String feature(String properties, String outline) {
    boolean multi = properties.contains("3017");
    return "{'type':'Feature','properties':{%s},'geometry':{'type':'%s','coordinates':%s}}"
        .formatted(
            properties, multi ? "MultiPolygon" : "Polygon", multi ? "[" + outline + "]" : outline);
  }
}
