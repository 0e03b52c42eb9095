package se.samsyn.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.protect.DeviationProgram.Goal;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Table;

/** Hypercubes are rays like others: they hold in every relation and run where they may. */
class HypercubesTest {
  private static final long SEED = 11;

  @Test
  void aHypercubeReachesItsGoalAndRunsWhereItMay() {
    Random random = new Random(SEED);
    Table table = TinyGroups.table(random, 6, 5, 4, 6);
    Hypercubes hypercubes = new Hypercubes(table, Axes.of(table.space()).orElseThrow());
    BitSet forbidden = new BitSet();
    IntStream.range(0, table.size() / 10).forEach(i -> forbidden.set(random.nextInt(table.size())));
    int found = 0;
    for (int cell = 0; cell < table.size(); cell++) {
      Goal goal = new Goal(cell, random.nextBoolean(), 1 + random.nextInt(3));
      int centre = cell;
      IntPredicate allowed = c -> c != centre && !forbidden.get(c);
      // A ray is made of changes that were checked against every relation, or not at all.
      Optional<Ray> ray = hypercubes.cheapest(goal, allowed, table::cost);
      if (ray.isPresent()) {
        found++;
        assertThat(goal.up() ? ray.get().up(cell) : ray.get().down(cell))
            .as("cell " + cell + ", seed " + SEED)
            .isGreaterThanOrEqualTo(goal.amount());
        assertThat(IntStream.of(ray.get().cells()).filter(c -> c != centre))
            .as("cell " + cell + ", seed " + SEED)
            .allMatch(allowed::test);
        assertThat(hypercubes.box(ray.get(), 200, table::cost))
            .contains(IntStream.of(ray.get().cells()).boxed().toArray(Integer[]::new));
      }
    }
    assertThat(found).as("cells with a hypercube, seed " + SEED).isGreaterThan(table.size() / 3);
  }

  /** Along two axes a swap that is best for each is compared with all pairs of swaps. */
  @Test
  void inTwoDimensionsItIsNeverCheaperThanTheCheapestAndMostlyAsCheap() {
    Random random = new Random(SEED);
    Table table = TinyGroups.table(random, 60, 4, 4);
    Axes axes = Axes.of(table.space()).orElseThrow();
    Hypercubes hypercubes = new Hypercubes(table, axes);
    double[] prices = random.doubles(table.size(), 0.1, 1).toArray();
    int cheapest = 0;
    int tried = 0;
    for (int cell = 0; cell < table.size(); cell++) {
      if (isLeaf(axes, cell) && table.value(cell) > 0) {
        IntToDoubleFunction price = c -> prices[c];
        double best = cheapestSquare(table, axes, cell, price);
        double cost =
            hypercubes.cheapest(new Goal(cell, true, 1), c -> true, price).stream()
                .flatMapToInt(ray -> IntStream.of(ray.cells()))
                .mapToDouble(price)
                .sum();
        assertThat(cost).as("cell " + cell).isGreaterThan(best - 1e-9).isPositive();
        tried++;
        cheapest += cost < best + 1e-9 ? 1 : 0;
      }
    }
    assertThat(cheapest).as("of " + tried + ", seed " + SEED).isGreaterThan(tried / 2);
  }

  private static boolean isLeaf(Axes axes, int cell) {
    return IntStream.range(0, axes.count())
        .allMatch(a -> axes.axis(a).parts()[axes.place(a, cell)].length == 0);
  }

  /** With every other leaf as the opposite corner: what differs above both follows. */
  private static double cheapestSquare(
      Table table, Axes axes, int cell, IntToDoubleFunction price) {
    double least = Double.MAX_VALUE;
    for (int other : IntStream.range(0, table.size()).filter(c -> isLeaf(axes, c)).toArray()) {
      List<Integer> rows = moved(axes, 0, axes.place(0, cell), axes.place(0, other));
      List<Integer> columns = moved(axes, 1, axes.place(1, cell), axes.place(1, other));
      double cost = 0;
      for (int row : rows) {
        for (int column : columns) {
          int at = axes.cellAt(axes.stride(0) * row + axes.stride(1) * column);
          cost += table.value(at) > 0 ? price.applyAsDouble(at) : Double.POSITIVE_INFINITY;
        }
      }
      least = Math.min(least, cost);
    }
    return least;
  }

  /**
   * The places that change if one leaf rises and the other falls; all above a leaf if they are one.
   */
  private static List<Integer> moved(Axes axes, int a, int rising, int falling) {
    List<Integer> up =
        IntStream.iterate(rising, p -> p >= 0, p -> axes.axis(a).total()[p]).boxed().toList();
    List<Integer> down =
        IntStream.iterate(falling, p -> p >= 0, p -> axes.axis(a).total()[p]).boxed().toList();
    return rising == falling
        ? up
        : IntStream.concat(
                up.stream().filter(p -> !down.contains(p)).mapToInt(p -> p),
                down.stream().filter(p -> !up.contains(p)).mapToInt(p -> p))
            .boxed()
            .toList();
  }

  @Test
  void aLargeTableOfFourDimensionsIsSafe() {
    Table table = TinyGroups.table(new Random(SEED), 40, 9, 8, 10, 2);
    MinimumFrequency rule = new MinimumFrequency(3);
    List<Demand> demands =
        IntStream.range(0, table.size())
            .filter(cell -> rule.isUnsafe(table.value(cell)))
            .mapToObj(cell -> Demand.of(cell, rule.forPersons(table.value(cell))))
            .toList();

    BitSet hidden = Protector.protect(table, demands, Options.standard()).hidden();

    assertThat(Protector.isLarge(table)).isTrue();
    assertThat(demands).as("unsafe cells, seed " + SEED).hasSizeGreaterThan(50);
    FeasibilityInterval[] left = Audit.intervals(table.space(), table.values(), hidden);
    assertThat(demands)
        .as("seed " + SEED)
        .allMatch(
            d ->
                d.requirement()
                    .isMetBy(left[d.cell()].attained().lower(), left[d.cell()].attained().upper()));
  }
}
