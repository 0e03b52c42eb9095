package se.samsyn.disclosure.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;

/** Frequency tables to round. */
final class Counts {
  private Counts() {}

  static Dimension flat(String id, int classes) {
    List<Node> leaves = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      leaves.add(Node.leaf(id + i));
    }
    return new Dimension(id, Kind.SINGLE, new Node("_T", leaves));
  }

  /** Two dimensions, one of them of two levels. */
  static Cube cube(Random random) {
    List<Node> groups = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Node> leaves = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        leaves.add(Node.leaf("g" + i + j));
      }
      groups.add(new Node("g" + i, leaves));
    }
    return new Cube(
        List.of(
            new Dimension("region", Kind.SINGLE, new Node("_T", groups)),
            flat("age", 2 + random.nextInt(4))));
  }

  static long[] of(Cube cube, Random random, int most) {
    long[] counts = new long[cube.size()];
    for (int cell = 0; cell < counts.length; cell++) {
      if (cube.level(cell) == 0) {
        counts[cell] = random.nextInt(most + 1);
      }
    }
    addUp(cube, counts);
    return counts;
  }

  /** Makes every total the sum of the finest cells below it. */
  static void addUp(Cube cube, long[] values) {
    addUp(below(cube), values);
  }

  /** The finest cells below each total; null for the finest cells themselves. */
  static int[][] below(Cube cube) {
    int[][] below = new int[cube.size()][];
    for (int cell = 0; cell < cube.size(); cell++) {
      int total = cell;
      if (cube.level(cell) > 0) {
        below[cell] =
            IntStream.range(0, cube.size())
                .filter(leaf -> cube.level(leaf) == 0 && isBelow(cube, leaf, total))
                .toArray();
      }
    }
    return below;
  }

  static void addUp(int[][] below, long[] values) {
    for (int cell = 0; cell < values.length; cell++) {
      if (below[cell] != null) {
        values[cell] = IntStream.of(below[cell]).mapToLong(leaf -> values[leaf]).sum();
      }
    }
  }

  private static boolean isBelow(Cube cube, int leaf, int cell) {
    for (int d = 0; d < cube.dimensions().size(); d++) {
      String code = cube.nodes(d).get(cube.position(leaf, d)).code();
      Node node = cube.nodes(d).get(cube.position(cell, d));
      if (node.preorder().noneMatch(n -> n.code().equals(code))) {
        return false;
      }
    }
    return true;
  }
}
