package se.samsyn.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

class SmallCountRoundingTest {
  private static final RoundingBase BASE = new RoundingBase(5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void onlySmallInnerCellsMoveAndTotalsAreTheirSums(long seed) {
    Cube cube = Counts.cube(new Random(seed));
    long[] counts = Counts.of(cube, new Random(seed), 7);
    Rounding rounding = SmallCountRounding.round(cube, counts, BASE);
    RoundedTable table = rounding.table();
    int moved = 0;
    for (int cell = 0; cell < cube.size(); cell++) {
      if (cube.level(cell) == 0) {
        boolean small = counts[cell] > 0 && counts[cell] < 5;
        moved += small ? 1 : 0;
        if (small) {
          assertThat(table.value(cell)).as("seed %d cell %d", seed, cell).isIn(0L, 5L);
        } else {
          assertThat(table.value(cell)).as("seed %d cell %d", seed, cell).isEqualTo(counts[cell]);
        }
      }
    }
    cube.forEachSum(
        (along, total, parts) -> {
          long sum = 0;
          for (int part : parts) {
            sum += table.value(part);
          }
          assertThat(table.value(total)).as("seed %d total %d", seed, total).isEqualTo(sum);
        });
    assertThat(rounding.report().moved()).isEqualTo(moved);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void totalsStayNear(long seed) {
    Cube cube =
        new Cube(List.of(Counts.flat("a", 20), Counts.flat("b", 15), Counts.flat("sex", 2)));
    long[] counts = Counts.of(cube, new Random(seed), 9);
    Rounding rounding = SmallCountRounding.round(cube, counts, BASE);
    assertThat(Math.abs(rounding.table().value(0) - counts[0])).as("seed %d", seed).isLessThan(5);
    assertThat(rounding.report().maxDeviation()).as("seed %d", seed).isLessThanOrEqualTo(8);
    assertThat(rounding.report().meanDeviation()).as("seed %d", seed).isLessThan(2.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isHardlyWorseThanTheBestOnSmallTables(long seed) {
    Cube cube = new Cube(List.of(Counts.flat("a", 3), Counts.flat("b", 4)));
    long[] counts = Counts.of(cube, new Random(seed), 4);
    RoundedTable table = SmallCountRounding.round(cube, counts, new RoundingBase(4)).table();
    long best = best(cube, counts, 4);
    long found = squares(table.values(), counts);
    assertThat(found).as("seed %d", seed).isLessThanOrEqualTo(best + best / 4 + 8);
  }

  @Test
  void theSameTableIsRoundedTheSame() {
    Cube cube = new Cube(List.of(Counts.flat("a", 20), Counts.flat("b", 20)));
    long[] counts = Counts.of(cube, new Random(7), 6);
    assertThat(SmallCountRounding.round(cube, counts, BASE).table().values())
        .isEqualTo(SmallCountRounding.round(cube, counts, BASE).table().values());
  }

  @Test
  void aMultipleDimensionIsRefused() {
    Dimension several =
        new Dimension("support", Kind.MULTIPLE, Node.of("_T", Node.leaf("A"), Node.leaf("B")));
    Cube cube = new Cube(List.of(several));
    assertThatThrownBy(() -> SmallCountRounding.round(cube, new long[] {3, 2, 2}, BASE))
        .isInstanceOf(NotRoundable.class)
        .hasMessageContaining("support")
        .hasMessageContaining("multiple");
  }

  @Test
  void tablesLinkedByTotalsAloneAreRefused() {
    // One total, two groupings whose finest cells nobody has in common.
    TableSpace space =
        new TableSpace(
            new long[5],
            new long[] {99, 99, 99, 99, 99},
            List.of(Relation.sum(0, 1, 2), Relation.sum(0, 3, 4)));
    assertThatThrownBy(() -> SmallCountRounding.round(space, new long[] {6, 2, 4, 3, 3}, BASE))
        .isInstanceOf(NotRoundable.class)
        .hasMessageContaining("relation 1");
  }

  @Test
  void linkedTablesOverTheSameFinestCellsAreRounded() {
    // Municipalities 4..7 in counties 1 and 2, and in regions 3 and 8.
    long[] upper = new long[9];
    java.util.Arrays.fill(upper, TableSpace.UNBOUNDED);
    TableSpace space =
        new TableSpace(
            new long[9],
            upper,
            List.of(
                Relation.sum(0, 1, 2),
                Relation.sum(0, 3, 8),
                Relation.sum(1, 4, 5),
                Relation.sum(2, 6, 7),
                Relation.sum(3, 4, 6),
                Relation.sum(8, 5, 7)));
    long[] counts = {22, 5, 17, 4, 2, 3, 2, 15, 18};
    RoundedTable table = SmallCountRounding.round(space, counts, BASE).table();
    assertThat(space.contains(table.values())).isTrue();
    assertThat(table.value(7)).isEqualTo(15);
  }

  @Test
  void whatIsNoFrequencyTableIsRefused() {
    Cube cube = new Cube(List.of(Counts.flat("a", 2)));
    assertThatThrownBy(() -> SmallCountRounding.round(cube, new long[] {5, 2, 2}, BASE))
        .isInstanceOf(NotRoundable.class);
    assertThatThrownBy(() -> SmallCountRounding.round(cube, new long[] {1, 2, -1}, BASE))
        .isInstanceOf(NotRoundable.class);
    assertThatThrownBy(() -> new RoundingBase(2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long best(Cube cube, long[] counts, long base) {
    int[] small =
        java.util.stream.IntStream.range(0, counts.length)
            .filter(c -> cube.level(c) == 0 && counts[c] > 0 && counts[c] < base)
            .toArray();
    int[][] below = Counts.below(cube);
    long best = Long.MAX_VALUE;
    for (int choice = 0; choice < 1 << small.length; choice++) {
      long[] values = counts.clone();
      for (int i = 0; i < small.length; i++) {
        values[small[i]] = (choice >> i & 1) == 0 ? 0 : base;
      }
      Counts.addUp(below, values);
      best = Math.min(best, squares(values, counts));
    }
    return best;
  }

  private static long squares(long[] values, long[] counts) {
    long sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += (values[cell] - counts[cell]) * (values[cell] - counts[cell]);
    }
    return sum;
  }
}
