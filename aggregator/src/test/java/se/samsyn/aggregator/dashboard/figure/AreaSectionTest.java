package se.samsyn.aggregator.dashboard.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.samsyn.aggregator.TestAggregator;
import se.samsyn.aggregator.area.Area;
import se.samsyn.aggregator.area.AreaMap;
import se.samsyn.aggregator.dashboard.text.Language;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.joint.JointTable;
import se.samsyn.aggregator.joint.JointTables;
import se.samsyn.aggregator.reading.Cube;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** Areas beside the whole, areas like them and others, from joint numbers that the test chose. */
class AreaSectionTest {
  private static final Texts TEXTS = Texts.in(Language.SV);
  private static final List<String> CODES = List.of("0114", "0115", "0117", "0120");

  @RegisterExtension private static final TestAggregator aggregator = TestAggregator.withSamples();

  private static JointTable sample;

  @BeforeAll
  static void start() {
    JointTables tables = aggregator.bean(JointTables.class);
    var latest = tables.closed().get(0).manifest();
    Definition absence =
        latest.definitions().stream()
            .filter(d -> d.id().value().equals("school-absence"))
            .findFirst()
            .orElseThrow();
    sample = tables.find(latest.collection(), absence.ref()).orElseThrow();
  }

  @Test
  void anAreaThatDiffersIsNamedAndAChanceIsNot() {
    Section differs =
        section(AreaMap.EMPTY, List.of(), numbers(200, 200, 200, 200), 20, 22, 60, 19);
    assertThat(differs.remarks().get(0))
        .contains("Österåker ligger högre", "30\u00a0%", "10\u00a0%");
    assertThat(differs.remarks()).noneMatch(r -> r.contains("Vallentuna"));
    // 20 of 200 against 101 of 600 is 2.4 times of a hundred: not rare among four.
    assertThat(differs.remarks()).noneMatch(r -> r.contains("Upplands Väsby"));

    Section alike = section(AreaMap.EMPTY, List.of(), numbers(200, 200, 200, 200), 20, 22, 24, 19);
    assertThat(alike.remarks().get(0)).contains("ingen kommun skiljer sig");
  }

  @Test
  void hiddenAreasAreShownTogetherAndOnTheMapHatched() {
    AreaMap map = new AreaMap(CODES.stream().map(c -> area(c, "Kust")).toList());
    Section section =
        section(
            map,
            List.of(),
            List.of(n(200), Cell.SUPPRESSED, Cell.SUPPRESSED, n(150)),
            20,
            -1,
            -1,
            15);
    Figure figure = section.main().orElseThrow();

    assertThat(figure.rows())
        .extracting(r -> r.label() + " " + r.data().get(0).text())
        .contains("Vallentuna ..", "Vallentuna, Österåker tillsammans 13\u00a0%");
    MapPicture drawn = figure.map().orElseThrow();
    assertThat(drawn.shapes())
        .extracting(MapPicture.Shape::isHatched)
        .containsExactly(false, true, true, false);
    assertThat(drawn.shapes()).allMatch(s -> s.x() > 0 && s.x() < drawn.width());
    assertThat(section.remarks()).anyMatch(r -> r.contains("skyddad") || r.contains("(..)"));
  }

  @Test
  void theMapOnASlideSaysItselfWhatItShows() throws Exception {
    AreaMap map = new AreaMap(CODES.stream().map(c -> area(c, "Kust & <öar>")).toList());
    Figure figure =
        section(
                map,
                List.of(),
                List.of(n(200), Cell.SUPPRESSED, Cell.SUPPRESSED, n(150)),
                20,
                -1,
                -1,
                15)
            .main()
            .orElseThrow();
    String svg =
        MapSvg.of(new Chart(figure, "Kommuner", "TSI & Alvlanda, VT2026. Version 1", TEXTS))
            .orElseThrow();

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg)
        .contains("Kommuner", figure.title().split(":")[0], "TSI &amp; Alvlanda, VT2026. Version 1")
        .contains("Upplands Väsby", "10\u00a0%", "Vallentuna", ">..<", "url(#hatch)")
        .contains(TEXTS.of("map.value"), TEXTS.of("map.suppressed"))
        .as("only what occurs is explained")
        .doesNotContain(TEXTS.of("map.interval"), TEXTS.of("map.not-reported"))
        .as("nothing is fetched or run")
        .doesNotContain("<script", "href", "<style", "class=");
    assertThat(MapSvg.of(new Chart(figure.with(Optional.empty()), "", "", TEXTS))).isEmpty();
  }

  @Test
  void countyGroupAndOtherConstellationsStandBesideTheWhole() {
    AreaMap map =
        new AreaMap(List.of(area("0114", "Kust"), area("0115", "Kust"), area("0117", "Inland")));
    Cube other = cube(numbers(100, 100, 100, 100), 5, 5, 5, 5);
    Section with = section(map, List.of(other), numbers(200, 200, 200, 200), 20, 30, 24, 19);

    assertThat(with.main().orElseThrow().rows())
        .extracting(r -> r.label() + " " + r.data().get(0).text())
        .startsWith(
            "Hela området 12\u00a0%", "Länet tillsammans 12\u00a0%", "Kust tillsammans 13\u00a0%")
        .endsWith("TSI Alvlanda 5,0\u00a0%");
    assertThat(with.remarks()).last().asString().contains("Andra områden");
    assertThat(section(map, List.of(), numbers(200, 200, 200, 200), 20, 30, 24, 19).remarks())
        .last()
        .asString()
        .contains("bara det här området");
  }

  /** A constellation of four municipalities with these pupils, and so many of them absent. */
  private static Section section(
      AreaMap map, List<Cube> elsewhere, List<Cell> pupils, int... absent) {
    Cube cube = cube(pupils, absent);
    return new AreaSection(map, elsewhere, TEXTS)
        .of(List.of(new Indicator(cube, List.of(cube))))
        .orElseThrow();
  }

  private static Cube cube(List<Cell> pupils, int... absent) {
    Definition definition = small(sample.definition());
    CellSpace space = CellSpace.of(definition);
    Map<MeasureId, List<Cell>> joint = new HashMap<>();
    for (Measure measure : definition.collected()) {
      joint.put(
          measure.id(),
          new ArrayList<>(java.util.Collections.nCopies(space.size(), Cell.SUPPRESSED)));
    }
    List<Cell> few = new ArrayList<>();
    for (int count : absent) {
      few.add(count < 0 ? Cell.SUPPRESSED : n(count));
    }
    fill(joint.get(new MeasureId("pupils")), space, pupils, 800);
    fill(joint.get(new MeasureId("absent-20h")), space, few, 93);
    CollectionManifest manifest = sample.manifest();
    return Cube.of(
        new JointTable(manifest, definition, sample.reported(), List.of(), joint, Map.of()));
  }

  /** The total is the parts' sum, or {@code otherwise} where a part is hidden. */
  private static void fill(List<Cell> cells, CellSpace space, List<Cell> parts, long otherwise) {
    long sum = 0;
    for (int i = 0; i < CODES.size(); i++) {
      cells.set(
          space.index(List.of(CODES.get(i), Code.TOTAL, Code.TOTAL)).orElseThrow(), parts.get(i));
      sum = sum < 0 || !(parts.get(i) instanceof Cell.Value v) ? -1 : sum + v.value();
    }
    cells.set(0, n(sum < 0 ? otherwise : sum));
  }

  private static Definition small(Definition full) {
    Dimension all = full.dimensions().get(0);
    List<Dimension> dimensions = new ArrayList<>(full.dimensions());
    dimensions.set(
        0,
        new Dimension(
            all.id(),
            all.title(),
            all.kind(),
            all.by(),
            CODES.stream().map(c -> all.find(c).orElseThrow()).toList()));
    return full.withDimensions(dimensions);
  }

  private static Area area(String code, String group) {
    double east = 18 + CODES.indexOf(code);
    return new Area(
        code,
        Optional.of("Länet"),
        Optional.of(group),
        List.of(
            List.of(
                new Area.Point(east, 58),
                new Area.Point(east + 1, 58),
                new Area.Point(east + 1, 59),
                new Area.Point(east, 58))));
  }

  private static List<Cell> numbers(long... counts) {
    return java.util.Arrays.stream(counts).mapToObj(AreaSectionTest::n).toList();
  }

  private static Cell n(long count) {
    return new Cell.Value(count);
  }
}
