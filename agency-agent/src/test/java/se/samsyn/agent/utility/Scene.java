package se.samsyn.agent.utility;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/**
 * What the agencies of a county hold, made from a seed: children by municipality, sex and age
 * group, as in the demo's tables. What is expected of a municipality, by its inhabitants, is
 * log-normal with sigma 0.7, and its children are Poisson around that; of three agencies one has
 * half of the children, one three tenths and one a fifth, of more each has as many.
 *
 * @param agencies for each its table, by the cells of {@link #CUBE}
 * @param joint their sum
 */
record Scene(List<long[]> agencies, long[] joint) {
  static final int UNITS = 15;
  static final int SEXES = 2;
  static final int AGES = 3;
  static final Cube CUBE =
      new Cube(List.of(dimension("unit", UNITS), dimension("sex", SEXES), dimension("age", AGES)));
  private static final double SIGMA = 0.7;
  private static final double[] OF_THREE = {0.5, 0.3, 0.2};
  private static final double[] OF_AGES = {0.2, 0.45, 0.35};

  /** Children per municipality on average: one number, or anything between two. */
  record Mean(int least, int most) {
    @Override
    public String toString() {
      return least == most ? Integer.toString(least) : least + "-" + most;
    }
  }

  /**
   * Municipalities come by what is expected of them, the most first: an order that everybody knows.
   */
  static Scene of(int agencies, Mean mean, long seed) {
    Random random = new Random(seed);
    double children = mean.least + random.nextDouble() * (mean.most - mean.least);
    double[] expected = new double[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      expected[unit] = children * Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
    }
    Arrays.sort(expected);
    double[] shares = OF_THREE;
    if (agencies != OF_THREE.length) {
      shares = new double[agencies];
      Arrays.fill(shares, 1.0 / agencies);
    }
    long[][] tables = new long[agencies][CUBE.size()];
    for (int unit = 0; unit < UNITS; unit++) {
      long size = poisson(random, expected[UNITS - 1 - unit]);
      for (long child = 0; child < size; child++) {
        add(
            tables[draw(random, shares)],
            1 + unit,
            1 + random.nextInt(SEXES),
            1 + draw(random, OF_AGES));
      }
    }
    long[] joint = new long[CUBE.size()];
    for (long[] table : tables) {
      Arrays.setAll(joint, cell -> joint[cell] + table[cell]);
    }
    return new Scene(List.of(tables), joint);
  }

  /** The cells of the municipalities' totals. */
  static int[] units() {
    return IntStream.rangeClosed(1, UNITS).map(unit -> CUBE.index(unit, 0, 0)).toArray();
  }

  /** The finest cells: municipality by sex by age group. */
  static int[] finest() {
    return IntStream.range(0, CUBE.size()).filter(cell -> CUBE.level(cell) == 0).toArray();
  }

  private static void add(long[] table, int unit, int sex, int age) {
    for (int u : new int[] {0, unit}) {
      for (int s : new int[] {0, sex}) {
        for (int a : new int[] {0, age}) {
          table[CUBE.index(u, s, a)]++;
        }
      }
    }
  }

  private static long poisson(Random random, double mean) {
    long count = -1;
    for (double time = 0; time < mean; count++) {
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  private static int draw(Random random, double[] shares) {
    double at = random.nextDouble();
    int i = 0;
    while (i < shares.length - 1 && at >= shares[i]) {
      at -= shares[i++];
    }
    return i;
  }

  private static Dimension dimension(String id, int classes) {
    return new Dimension(
        id,
        Dimension.Kind.SINGLE,
        new Node(
            "all",
            IntStream.range(0, classes).mapToObj(i -> Node.leaf(Integer.toString(i))).toList()));
  }
}
