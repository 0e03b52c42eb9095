package se.samsyn.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/** A table's dimensions are found again though nobody says which relation is of which. */
class AxesTest {
  private static final long SEED = 7;

  @Test
  void theDimensionsOfShuffledCellsAreFound() {
    Cube cube = TinyGroups.cube(4, 5, 6, 2);
    List<Relation> relations = relations(cube);
    Random random = new Random(SEED);
    List<Integer> order = new ArrayList<>(IntStream.range(0, cube.size()).boxed().toList());
    Collections.shuffle(order, random);
    Collections.shuffle(relations, random);
    List<Relation> shuffled = new ArrayList<>();
    for (Relation relation : relations) {
      int[] cells = IntStream.of(relation.cells()).map(order::get).toArray();
      shuffled.add(new Relation(cells, relation.coefficients(), 0));
    }

    Axes axes = Axes.of(space(cube.size(), shuffled)).orElseThrow();

    // Classes, two groups and the total.
    assertThat(IntStream.range(0, axes.count()).map(a -> axes.axis(a).size()).toArray())
        .as("seed " + SEED)
        .containsExactlyInAnyOrder(7, 8, 9, 5);
    for (Relation relation : shuffled) {
      List<Integer> along = new ArrayList<>();
      for (int a = 0; a < axes.count(); a++) {
        int axis = a;
        if (IntStream.of(relation.cells()).map(c -> axes.place(axis, c)).distinct().count() > 1) {
          along.add(a);
        }
      }
      assertThat(along).as("axes that a relation runs along, seed " + SEED).hasSize(1);
    }
    for (int cell = 0; cell < cube.size(); cell++) {
      assertThat(axes.cellAt(axes.index(cell))).isEqualTo(cell);
    }
  }

  @Test
  void linkedTablesHaveNone() {
    // Two tables of one row share its total; neither says anything of the other's cells.
    Cube cube = TinyGroups.cube(4, 4);
    List<Relation> relations = relations(cube);
    int extra = cube.size();
    relations.add(Relation.sum(0, extra, extra + 1));
    relations.add(Relation.sum(1, extra + 2, extra + 3));

    assertThat(Axes.of(space(extra + 4, relations))).isEmpty();
  }

  private static List<Relation> relations(Cube cube) {
    List<Relation> relations = new ArrayList<>();
    cube.forEachSum((along, total, parts) -> relations.add(Relation.sum(total, parts)));
    return relations;
  }

  private static TableSpace space(int size, List<Relation> relations) {
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    return new TableSpace(new long[size], upper, relations);
  }
}
