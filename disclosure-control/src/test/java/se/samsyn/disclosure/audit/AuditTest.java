package se.samsyn.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

class AuditTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsBruteForceOnTinyTables(long seed) {
    Random random = new Random(seed);
    int size = 6;
    int most = 4;
    long[] truth = new long[size];
    for (int i = 0; i < size; i++) {
      truth[i] = random.nextInt(most + 1);
    }
    List<Relation> relations = List.of(random(random, truth), random(random, truth));
    long[] upper = new long[size];
    java.util.Arrays.fill(upper, most);
    TableSpace space = new TableSpace(new long[size], upper, relations);
    BitSet hidden = new BitSet();
    hidden.set(0, 5);
    long[] least = new long[size];
    long[] greatest = new long[size];
    java.util.Arrays.fill(least, Long.MAX_VALUE);
    enumerate(space, truth.clone(), 0, 5, most, least, greatest);
    FeasibilityInterval[] found = Audit.intervals(space, truth, hidden);
    for (int cell = 0; cell < 5; cell++) {
      assertThat(found[cell].outer())
          .as("seed %d cell %d", seed, cell)
          .isEqualTo(new Bounds(least[cell], greatest[cell]));
      assertThat(found[cell].isProven()).isTrue();
    }
    long[] unknown = truth.clone();
    java.util.Arrays.fill(unknown, 0, 5, 0);
    assertThat(Audit.intervals(space, unknown, hidden)).isEqualTo(found);
  }

  /** Cells that can only move together, with or against each other, through chains of relations. */
  @RepeatedTest(60)
  void equalsBruteForceWhereCellsMoveTogether(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    int size = 6;
    int most = 4;
    long[] truth = random.longs(size, 0, most + 1).toArray();
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int[] cells = random.ints(0, size).distinct().limit(2 + random.nextInt(2)).toArray();
      long[] coefficients = random.longs(cells.length, 1, 3).map(c -> c == 2 ? -1 : 1).toArray();
      if (random.nextInt(4) == 0) {
        coefficients[0] *= 2;
      }
      long constant = 0;
      for (int j = 0; j < cells.length; j++) {
        constant += coefficients[j] * truth[cells[j]];
      }
      relations.add(new Relation(cells, coefficients, constant));
    }
    long[] upper = new long[size];
    java.util.Arrays.fill(upper, most);
    TableSpace space = new TableSpace(new long[size], upper, relations);
    BitSet hidden = new BitSet();
    hidden.set(0, size);
    long[] least = new long[size];
    long[] greatest = new long[size];
    java.util.Arrays.fill(least, Long.MAX_VALUE);
    enumerate(space, truth.clone(), 0, size, most, least, greatest);
    FeasibilityInterval[] found = Audit.intervals(space, truth, hidden);
    for (int cell = 0; cell < size; cell++) {
      assertThat(found[cell])
          .as("seed %d cell %d", seed, cell)
          .isEqualTo(FeasibilityInterval.of(new Bounds(least[cell], greatest[cell])));
    }
    assertThat(Audit.intervals(space, new long[size], hidden)).isEqualTo(found);
  }

  @Test
  void aTotalWithoutEndMovesWithItsOnlyHiddenPart() {
    long none = TableSpace.UNBOUNDED;
    TableSpace space =
        new TableSpace(
            new long[] {0, 0, 0, 2},
            new long[] {none, none, none, none},
            List.of(Relation.sum(0, 1, 2), Relation.sum(3, 0, 2)));
    BitSet hidden = new BitSet();
    hidden.set(0);
    hidden.set(1);
    hidden.set(3);
    FeasibilityInterval[] found = Audit.intervals(space, new long[] {5, 3, 2, 7}, hidden);
    assertThat(found[0].outer()).isEqualTo(new Bounds(2, none));
    assertThat(found[1].outer()).isEqualTo(new Bounds(0, none));
    assertThat(found[3].outer()).isEqualTo(new Bounds(4, none));
  }

  @Test
  void wholeNumbersSayMoreThanRealOnes() {
    // 2x + 2y = 6 and x + z = 1: in real numbers z may be a half.
    TableSpace space =
        new TableSpace(
            new long[3],
            new long[] {9, 9, 9},
            List.of(
                new Relation(new int[] {0, 1}, new long[] {2, 4}, 6),
                new Relation(new int[] {0, 2}, new long[] {1, 2}, 3)));
    BitSet hidden = new BitSet();
    hidden.set(0, 3);
    FeasibilityInterval[] found = Audit.intervals(space, new long[] {1, 1, 1}, hidden);
    assertThat(found[1].outer()).isEqualTo(new Bounds(0, 1));
    assertThat(found[0].outer()).isEqualTo(new Bounds(1, 3));
  }

  @Test
  void hiddenTotalsHaveNoUpperEnd() {
    long none = TableSpace.UNBOUNDED;
    TableSpace space =
        new TableSpace(new long[3], new long[] {none, none, none}, List.of(Relation.sum(0, 1, 2)));
    BitSet hidden = new BitSet();
    hidden.set(0, 2);
    FeasibilityInterval[] found = Audit.intervals(space, new long[] {0, 0, 7}, hidden);
    assertThat(found[0].outer()).isEqualTo(new Bounds(7, none));
    assertThat(found[1].outer()).isEqualTo(new Bounds(0, none));
    assertThat(found[2].outer()).isEqualTo(new Bounds(7, 7));
  }

  @Test
  void figuresThatContradictEachOtherAreRefused() {
    TableSpace space =
        new TableSpace(new long[3], new long[] {9, 9, 9}, List.of(Relation.sum(0, 1, 2)));
    BitSet hidden = new BitSet();
    assertThatThrownBy(() -> Audit.intervals(space, new long[] {5, 3, 3}, hidden))
        .isInstanceOf(InconsistentTable.class);
    hidden.set(1);
    assertThatThrownBy(() -> Audit.intervals(space, new long[] {2, 0, 3}, hidden))
        .isInstanceOf(InconsistentTable.class);
  }

  private static Relation random(Random random, long[] truth) {
    int[] cells = {0, 1, 2, 3, 4, 5};
    long[] coefficients = new long[cells.length];
    long constant = 0;
    for (int i = 0; i < cells.length; i++) {
      coefficients[i] = random.nextBoolean() ? 1 + random.nextInt(2) : -1;
      constant += coefficients[i] * truth[i];
    }
    return new Relation(cells, coefficients, constant);
  }

  private static void enumerate(
      TableSpace space, long[] table, int cell, int free, int most, long[] least, long[] greatest) {
    if (cell == free) {
      if (space.contains(table)) {
        for (int i = 0; i < free; i++) {
          least[i] = Math.min(least[i], table[i]);
          greatest[i] = Math.max(greatest[i], table[i]);
        }
      }
      return;
    }
    for (int value = 0; value <= most; value++) {
      table[cell] = value;
      enumerate(space, table, cell + 1, free, most, least, greatest);
    }
  }
}
