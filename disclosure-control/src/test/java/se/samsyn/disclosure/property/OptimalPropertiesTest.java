package se.samsyn.disclosure.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import se.samsyn.disclosure.attack.Attack;
import se.samsyn.disclosure.attack.Attack.Range;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.optimal.OptimalProtection;
import se.samsyn.disclosure.optimal.OptimalProtector;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** A least-cost pattern is as safe as any, and no dearer than the heuristic's. */
class OptimalPropertiesTest {
  private static final MinimumFrequency RULE = new MinimumFrequency(3);
  private static final long FAR = 500;

  @Property(tries = 12)
  void isSafeAndNoDearerOnCubes(@ForAll @LongRange(max = 1_000_000) long seed) {
    RandomCubes random = RandomCubes.of(seed);
    CubePattern pattern =
        CubeProtection.protect(
            random.cube(),
            List.of(LayerData.counts(Layer.persons("n"), random.counts())),
            new Policy(RULE, Optional.empty(), false, false),
            Options.standard());
    Table table = pattern.protection().table();
    List<Demand> demands =
        IntStream.range(0, random.counts().length)
            .filter(cell -> RULE.isUnsafe(random.counts()[cell]))
            .mapToObj(cell -> Demand.of(cell, RULE.forPersons(random.counts()[cell])))
            .toList();
    OptimalProtection best = OptimalProtector.protect(table, demands, Duration.ofSeconds(5));
    BitSet hidden = best.protection().hidden();
    assertThat(cost(table, hidden))
        .as("seed %d", seed)
        .isCloseTo(best.cost(), within(1e-6))
        .isLessThanOrEqualTo(cost(table, pattern.protection().hidden()) + 1e-6);
    assertThat(best.lowerBound()).as("seed %d", seed).isLessThanOrEqualTo(best.cost() + 1e-9);
    for (Demand demand : demands) {
      assertThat(hidden.get(demand.cell())).as("seed %d", seed).isTrue();
      Range range = Attack.range(table.space(), table.values(), hidden, demand.cell(), true, FAR);
      assertThat(demand.requirement().isMetBy(Math.round(range.lower()), Math.round(range.upper())))
          .as("seed %d cell %d", seed, demand.cell())
          .isTrue();
    }
    for (int cell = 0; cell < random.counts().length; cell++) {
      if (hidden.get(cell)) {
        Range range = Attack.range(table.space(), table.values(), hidden, cell, true, FAR);
        assertThat(range.upper() - range.lower())
            .as("seed %d cell %d", seed, cell)
            .isGreaterThan(0.999);
      }
    }
  }

  private static double cost(Table table, BitSet hidden) {
    return hidden.stream()
        .filter(cell -> table.publication(cell) != Publication.NEVER)
        .mapToDouble(table::cost)
        .sum();
  }
}
