package se.samsyn.disclosure.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import se.samsyn.disclosure.audit.Audit;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * How long protection and audit take, by size. Tables are made from a seed: municipalities in
 * counties by age group, sex and further dimensions, with counts as skewed as real ones. Each line
 * gives the ratio to the time of one reading of the table's relations (a physical limit: nothing
 * that proves safety can do less).
 *
 * <p>{@code benchmarks/engine.sh [typical|growth|large|flat]}
 */
public final class EngineBenchmark {
  private static final int K = 5;

  private EngineBenchmark() {}

  public static void main(String[] arguments) {
    String what = arguments.length == 0 ? "growth" : arguments[0];
    long seed = Long.getLong("seed", 1);
    System.out.println("seed " + seed);
    switch (what) {
      case "typical" -> run("a third unsafe", seed, cube(tree(5, 10), 3, 2, 5), 3);
      case "growth" -> {
        for (int counties : new int[] {2, 4, 8, 16}) {
          run(counties + " counties", seed, cube(tree(counties, 12), 6, 2, 3), 8);
        }
      }
      case "medium" -> run("9,000-11,000 cells", seed, cube(tree(6, 12), 8, 2, 4), 4);
      case "large" -> run("100,000 cells", seed, cube(tree(21, 13), 10, 2, 10), 130);
      case "flat" -> run("two dimensions", seed, cube(tree(1, 310), 310), 60);
      default -> throw new IllegalArgumentException("typical, growth, medium, large or flat");
    }
  }

  private static void run(String name, long seed, Cube cube, double mean) {
    Random random = new Random(seed);
    long[] values = values(cube, random, mean);
    List<Relation> relations = new ArrayList<>();
    cube.forEachSum((along, total, parts) -> relations.add(Relation.sum(total, parts)));
    long[] upper = new long[cube.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[cube.size()];
    Arrays.fill(costs, 1);
    Publication[] publication = new Publication[cube.size()];
    Arrays.fill(publication, Publication.OPTIONAL);
    int[] bundles = new int[cube.size()];
    Arrays.setAll(bundles, i -> i);
    TableSpace space = new TableSpace(new long[cube.size()], upper, relations);
    Table table = new Table(space, values, costs, publication, bundles);
    MinimumFrequency rule = new MinimumFrequency(K);
    List<Demand> demands = new ArrayList<>();
    for (int cell = 0; cell < values.length; cell++) {
      if (rule.isUnsafe(values[cell])) {
        demands.add(Demand.of(cell, rule.forPersons(values[cell])));
      }
    }
    double limit = seconds(() -> space.contains(values));
    long start = System.nanoTime();
    Protection protection = Protector.protect(table, demands, Options.standard());
    double protect = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    // As the command line does.
    FeasibilityInterval[] intervals =
        Audit.intervals(
            space,
            values,
            protection.hidden(),
            space.size(),
            Options.standard().threads(),
            protection.certificate().deviations());
    double audit = (System.nanoTime() - start) / 1e9;
    int violations = 0;
    int unproven = 0;
    for (Demand demand : demands) {
      FeasibilityInterval interval = intervals[demand.cell()];
      violations +=
          demand.requirement().isMetBy(interval.attained().lower(), interval.attained().upper())
              ? 0
              : 1;
    }
    BitSet hidden = protection.hidden();
    for (int cell = hidden.nextSetBit(0); cell >= 0; cell = hidden.nextSetBit(cell + 1)) {
      unproven += intervals[cell].isProven() ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d cells, %d unsafe, %d secondary; protect %.1f s, audit %.1f s, %d violations,"
            + " %d unproven; %.0f times one reading of the relations (%.4f s); %d MB%n",
        name,
        cube.size(),
        demands.size(),
        hidden.cardinality() - demands.size(),
        protect,
        audit,
        violations,
        unproven,
        (protect + audit) / limit,
        limit,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static double seconds(Runnable work) {
    work.run();
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Leaf counts are log-normal: a few large places, many small ones. */
  private static long[] values(Cube cube, Random random, double mean) {
    double[][] weight = new double[cube.dimensions().size()][];
    for (int d = 0; d < weight.length; d++) {
      weight[d] = new double[cube.nodes(d).size()];
      for (int i = 0; i < weight[d].length; i++) {
        weight[d][i] = Math.exp(0.8 * random.nextGaussian());
      }
    }
    long[] values = new long[cube.size()];
    for (int cell = 0; cell < values.length; cell++) {
      if (cube.level(cell) == 0) {
        double expected = mean;
        for (int d = 0; d < weight.length; d++) {
          expected *= weight[d][cube.position(cell, d)];
        }
        values[cell] = (long) (expected * -Math.log(1 - random.nextDouble()));
      }
    }
    // Parts come after their total, so totals are filled from the last to the first.
    List<int[]> sums = new ArrayList<>();
    for (int d = weight.length - 1; d >= 0; d--) {
      int along = d;
      sums.clear();
      cube.forEachSum(
          (dimension, total, parts) -> {
            if (dimension.equals(cube.dimensions().get(along)) && isLeafAfter(cube, total, along)) {
              sums.add(prepend(total, parts));
            }
          });
      for (int i = sums.size() - 1; i >= 0; i--) {
        int[] sum = sums.get(i);
        long of = 0;
        for (int j = 1; j < sum.length; j++) {
          of += values[sum[j]];
        }
        values[sum[0]] = of;
      }
    }
    return values;
  }

  /** Whether the cell is at a leaf in all dimensions before {@code along}. */
  private static boolean isLeafAfter(Cube cube, int cell, int along) {
    for (int d = 0; d < along; d++) {
      if (!cube.nodes(d).get(cube.position(cell, d)).isLeaf()) {
        return false;
      }
    }
    return true;
  }

  private static int[] prepend(int total, int[] parts) {
    int[] all = new int[parts.length + 1];
    all[0] = total;
    System.arraycopy(parts, 0, all, 1, parts.length);
    return all;
  }

  private static Cube cube(Node first, int... classes) {
    List<Dimension> dimensions = new ArrayList<>();
    dimensions.add(new Dimension("region", Dimension.Kind.SINGLE, first));
    for (int d = 0; d < classes.length; d++) {
      dimensions.add(new Dimension("d" + d, Dimension.Kind.SINGLE, tree(1, classes[d])));
    }
    return new Cube(dimensions);
  }

  /** A total over groups of leaves; over the leaves themselves where there is one group. */
  private static Node tree(int groups, int leaves) {
    List<Node> top = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      List<Node> parts = new ArrayList<>();
      for (int i = 0; i < leaves; i++) {
        parts.add(Node.leaf("c" + g + "-" + i));
      }
      if (groups == 1) {
        return new Node("_T", parts);
      }
      top.add(new Node("g" + g, parts));
    }
    return new Node("_T", top);
  }
}
