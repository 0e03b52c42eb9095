package se.samsyn.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Table;

/**
 * The same table gets the same pattern, however many processors look for it and whoever is first.
 */
class ThreadsTest {
  private static final long SEED = 20;

  @Test
  void thePatternDoesNotDependOnTheNumberOfThreads() {
    Table table = TinyGroups.table(new Random(SEED), 5, 9, 8, 12);
    List<Demand> demands =
        IntStream.range(0, table.size())
            .filter(cell -> table.value(cell) < 4)
            .mapToObj(cell -> Demand.of(cell, Requirement.notExact(table.value(cell))))
            .toList();
    List<BitSet> patterns = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4, 4}) {
      patterns.add(
          Protector.protect(table, demands, Options.standard().withThreads(threads)).hidden());
    }
    assertThat(demands).as("unsafe cells, seed " + SEED).hasSizeGreaterThan(150);
    assertThat(patterns).as("seed " + SEED).allMatch(patterns.get(0)::equals);
  }
}
