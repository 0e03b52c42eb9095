package se.samsyn.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.audit.Bounds;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

class RoundingAuditTest {
  private static final RoundingBase BASE = new RoundingBase(3);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noShownZeroOrBaseIsPinned(long seed) {
    Cube cube = Counts.cube(new Random(seed));
    RoundedTable table =
        SmallCountRounding.round(cube, Counts.of(cube, new Random(seed), 4), BASE).table();
    FeasibilityInterval[] intervals = RoundingAudit.intervals(table);
    for (int cell = 0; cell < table.size(); cell++) {
      if (table.isInner(cell) && table.value(cell) <= 3) {
        Bounds expected = table.value(cell) == 0 ? new Bounds(0, 2) : new Bounds(1, 3);
        assertThat(intervals[cell].attained())
            .as("seed %d cell %d", seed, cell)
            .isEqualTo(expected);
      }
    }
    assertThat(RoundingAudit.pinned(table, intervals).isEmpty()).as("seed %d", seed).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void equalsBruteForceWithKnownBoundsAndAToldDeviation(long seed) {
    Random random = new Random(seed);
    long[] upper = new long[9];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    upper[1] = 1 + random.nextInt(6);
    TableSpace space = square(upper);
    long[] truth;
    do {
      truth = sums(random.nextInt(5), random.nextInt(5), random.nextInt(5), random.nextInt(5));
    } while (!space.contains(truth));
    Rounding rounding = SmallCountRounding.round(space, truth, BASE);
    RoundedTable table = rounding.table();
    long told = rounding.report().maxDeviation();
    long[] least = new long[9];
    long[] most = new long[9];
    Arrays.fill(least, Long.MAX_VALUE);
    everyTable(
        5,
        candidate -> {
          if (space.contains(candidate) && couldBecome(candidate, table, told)) {
            for (int cell = 0; cell < 9; cell++) {
              least[cell] = Math.min(least[cell], candidate[cell]);
              most[cell] = Math.max(most[cell], candidate[cell]);
            }
          }
        });
    FeasibilityInterval[] intervals = RoundingAudit.intervals(table, told);
    for (int cell = 0; cell < 9; cell++) {
      assertThat(intervals[cell].isProven()).isTrue();
      assertThat(intervals[cell].outer())
          .as("seed %d cell %d", seed, cell)
          .isEqualTo(new Bounds(least[cell], most[cell]));
    }
  }

  @Test
  void aToldDeviationCanPinWhatTheTableAloneDoesNot() {
    // Told that no cell is off at all, everybody knows that no cell has moved.
    RoundedTable table = RoundedTable.published(square(new long[0]), BASE, sums(3, 0, 0, 0));
    assertThat(RoundingAudit.pinned(table, RoundingAudit.intervals(table)).isEmpty()).isTrue();
    assertThat(RoundingAudit.pinned(table, RoundingAudit.intervals(table, 0)).cardinality())
        .isEqualTo(4);
  }

  @Test
  void aPublicationThatRoundingCannotHaveLeftIsRefused() {
    TableSpace space = square(new long[0]);
    assertThatThrownBy(() -> RoundedTable.published(space, BASE, sums(2, 0, 0, 3)))
        .isInstanceOf(NotRoundable.class);
    long[] wrong = sums(3, 0, 0, 3);
    wrong[0]++;
    assertThatThrownBy(() -> RoundedTable.published(space, BASE, wrong))
        .isInstanceOf(NotRoundable.class);
  }

  /** Whether a table can have led to this one by rounding, near totals or not. */
  private static boolean couldBecome(long[] truth, RoundedTable table, long told) {
    for (int cell = 0; cell < 9; cell++) {
      long shown = table.value(cell);
      boolean inner = cell == 4 || cell == 5 || cell == 7 || cell == 8;
      boolean moved = truth[cell] > 0 && truth[cell] < 3 && (shown == 0 || shown == 3);
      if (Math.abs(truth[cell] - shown) > told || (inner && !moved && truth[cell] != shown)) {
        return false;
      }
    }
    return true;
  }

  private static void everyTable(int most, Consumer<long[]> visitor) {
    for (int a = 0; a <= most; a++) {
      for (int b = 0; b <= most; b++) {
        for (int c = 0; c <= most; c++) {
          for (int d = 0; d <= most; d++) {
            visitor.accept(sums(a, b, c, d));
          }
        }
      }
    }
  }

  private static long[] sums(long a, long b, long c, long d) {
    return new long[] {a + b + c + d, a + c, b + d, a + b, a, b, c + d, c, d};
  }

  private static TableSpace square(long[] upper) {
    long[] bounds = new long[9];
    Arrays.fill(bounds, TableSpace.UNBOUNDED);
    System.arraycopy(upper, 0, bounds, 0, upper.length);
    return new TableSpace(
        new long[9],
        bounds,
        List.of(
            Relation.sum(0, 1, 2),
            Relation.sum(3, 4, 5),
            Relation.sum(6, 7, 8),
            Relation.sum(0, 3, 6),
            Relation.sum(1, 4, 7),
            Relation.sum(2, 5, 8)));
  }
}
