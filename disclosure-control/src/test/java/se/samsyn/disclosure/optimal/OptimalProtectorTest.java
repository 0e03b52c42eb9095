package se.samsyn.disclosure.optimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.certificate.CertificateVerifier;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

class OptimalProtectorTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void equalsBruteForce(int hundred) {
    for (long seed = 100L * hundred; seed < 100L * hundred + 100; seed++) {
      TinyTable tiny = TinyTable.random(seed);
      EveryPattern every = new EveryPattern(tiny);
      double least = every.leastCost();
      if (Double.isInfinite(least)) {
        assertThatThrownBy(() -> OptimalProtector.protect(tiny.table(), tiny.demands(), LIMIT))
            .as("seed %d", seed)
            .isInstanceOf(ProtectionImpossible.class);
      } else {
        OptimalProtection found = OptimalProtector.protect(tiny.table(), tiny.demands(), LIMIT);
        assertThat(found.cost()).as("seed %d", seed).isCloseTo(least, within(1e-5));
        assertThat(found.proven()).as("seed %d", seed).isTrue();
        assertThat(every.isSafe(found.protection().hidden())).as("seed %d", seed).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void provesTablesOfTwoHundredCells(long seed) {
    // 12 x 15 finest cells with totals are 208.
    Table table = grid(12, 15, new Random(seed));
    List<Demand> demands = new ArrayList<>();
    MinimumFrequency rule = new MinimumFrequency(5);
    for (int cell = 0; cell < table.size(); cell++) {
      if (rule.isUnsafe(table.value(cell))) {
        demands.add(Demand.of(cell, rule.forPersons(table.value(cell))));
      }
    }
    OptimalProtection found = OptimalProtector.protect(table, demands, LIMIT);
    assertThat(found.proven()).as("seed %d: %d unsafe", seed, demands.size()).isTrue();
    assertThat(found.gap()).isZero();
    assertThat(CertificateVerifier.faults(table, found.protection().certificate())).isEmpty();
  }

  @Test
  void withoutTimeTheHeuristicsPatternComesWithABound() {
    Table table = grid(12, 15, new Random(1));
    MinimumFrequency rule = new MinimumFrequency(5);
    List<Demand> demands = new ArrayList<>();
    for (int cell = 0; cell < table.size(); cell++) {
      if (rule.isUnsafe(table.value(cell))) {
        demands.add(Demand.of(cell, rule.forPersons(table.value(cell))));
      }
    }
    OptimalProtection found = OptimalProtector.protect(table, demands, Duration.ZERO);
    assertThat(found.proven()).isFalse();
    assertThat(found.lowerBound()).isLessThanOrEqualTo(found.cost());
    assertThat(found.gap()).isBetween(0.0, 1.0);
    assertThat(CertificateVerifier.faults(table, found.protection().certificate())).isEmpty();
  }

  private static Table grid(int rows, int columns, Random random) {
    int size = (rows + 1) * (columns + 1);
    long[] values = new long[size];
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= columns; column++) {
        long value = random.nextInt(17) == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(60);
        values[row * (columns + 1) + column] = value;
        values[row * (columns + 1)] += value;
        values[column] += value;
        values[0] += value;
      }
    }
    List<Relation> relations = new ArrayList<>();
    for (int row = 0; row <= rows; row++) {
      int first = row * (columns + 1);
      int[] parts = new int[columns];
      Arrays.setAll(parts, i -> first + 1 + i);
      relations.add(Relation.sum(first, parts));
    }
    for (int column = 0; column <= columns; column++) {
      int top = column;
      int[] parts = new int[rows];
      Arrays.setAll(parts, i -> (i + 1) * (columns + 1) + top);
      relations.add(Relation.sum(top, parts));
    }
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[size];
    int[] bundles = new int[size];
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.OPTIONAL);
    for (int cell = 0; cell < size; cell++) {
      costs[cell] = Math.log1p(values[cell]);
      bundles[cell] = cell;
    }
    return new Table(
        new TableSpace(new long[size], upper, relations), values, costs, publication, bundles);
  }
}
