package se.samsyn.demo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.DefinitionId;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/** The test of the test: the attacker finds what can be found, in tables that give it away. */
class AttackerTest {
  private static final MeasureId CHILDREN = new MeasureId("children");

  @Test
  void aLoneDotIsFoundByDifference() throws Exception {
    Definition definition = definition("tsi-result");
    CellSpace space = CellSpace.of(definition);
    int hidden = space.index(List.of("worse", "1", "6-12")).orElseThrow();
    Map<MeasureId, List<Cell>> table = tableOfTens(space, definition, List.of(hidden));

    assertThat(new Attacker(definition, table, false).bounds(CHILDREN, hidden))
        .isEqualTo(new Attacker.Bounds(10, 10));
    assertThat(new Attacker(definition, table, true).bounds(CHILDREN, hidden))
        .isEqualTo(new Attacker.Bounds(10, 10));
  }

  @Test
  void aBlockOfEightDotsLeavesARange() throws Exception {
    Definition definition = definition("tsi-result");
    CellSpace space = CellSpace.of(definition);
    List<Integer> hidden =
        List.of("worse", "same").stream()
            .flatMap(o -> List.of("1", "2").stream().map(s -> List.of(o, s)))
            .flatMap(
                os ->
                    List.of("6-12", "13-17").stream()
                        .map(a -> space.index(List.of(os.get(0), os.get(1), a)).orElseThrow()))
            .toList();
    Map<MeasureId, List<Cell>> table = tableOfTens(space, definition, hidden);

    for (int cell : hidden) {
      assertThat(new Attacker(definition, table, true).bounds(CHILDREN, cell))
          .isEqualTo(new Attacker.Bounds(0, 20));
    }
  }

  @Test
  void aTotalThatIsNotTheSumIsAContradiction() throws Exception {
    Definition definition = definition("tsi-result");
    CellSpace space = CellSpace.of(definition);
    List<Cell> cells =
        new java.util.ArrayList<>(tableOfTens(space, definition, List.of()).get(CHILDREN));
    cells.set(0, new Cell.Value(1));

    assertThat(new Attacker(definition, Map.of(CHILDREN, cells), false).contradictions())
        .isNotEmpty();
  }

  @Test
  void inAMultipleDimensionTheTotalIsBoundedOnly() throws Exception {
    Definition definition = definition("tsi-support");
    CellSpace space = CellSpace.of(definition);
    int total = space.index(List.of("_T", "1", "6-12")).orElseThrow();
    List<Integer> hidden =
        List.of(
            total,
            space.index(List.of("_T", "_T", "6-12")).orElseThrow(),
            space.index(List.of("_T", "1", "_T")).orElseThrow(),
            space.index(List.of("_T", "_T", "_T")).orElseThrow());
    Map<MeasureId, List<Cell>> table = tableOfTens(space, definition, hidden);

    // Seven types of ten children each: at least ten different ones, at most seventy.
    assertThat(new Attacker(definition, table, true).bounds(CHILDREN, total))
        .isEqualTo(new Attacker.Bounds(10, 70));
  }

  /** Each leaf holds ten children; a total holds ten for each leaf below it. */
  private static Map<MeasureId, List<Cell>> tableOfTens(
      CellSpace space, Definition definition, List<Integer> hidden) {
    List<Cell> cells = new java.util.ArrayList<>();
    for (int cell = 0; cell < space.size(); cell++) {
      long number = 10;
      for (int d = 0; d < space.dimensions().size(); d++) {
        boolean single =
            space.dimensions().get(d).kind() == se.samsyn.schemas.definition.Dimension.Kind.SINGLE;
        if (space.position(cell, d) == 0 && single) {
          number *= space.dimensions().get(d).leaves().size();
        }
      }
      cells.add(hidden.contains(cell) ? Cell.SUPPRESSED : new Cell.Value(number));
    }
    return Map.of(CHILDREN, cells);
  }

  private static Definition definition(String id) throws Exception {
    return Catalogue.load(List.of()).definition(new DefinitionId(id)).orElseThrow();
  }
}
