package se.samsyn.disclosure.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;

/**
 * Cubes over random hierarchies (unbalanced, with one-child nodes and empty classes), counted from
 * random persons, some of whom are in several classes of a {@code multiple} dimension.
 *
 * @param counts distinct persons per cell
 */
record RandomCubes(Cube cube, long[] counts) {
  private static final int LARGEST = 120;

  static RandomCubes of(long seed) {
    return of(seed, true);
  }

  static RandomCubes of(long seed, boolean multipleToo) {
    Random random = new Random(seed);
    Cube cube;
    do {
      List<Dimension> dimensions = new ArrayList<>();
      int count = 1 + random.nextInt(3);
      for (int d = 0; d < count; d++) {
        boolean multiple = multipleToo && d == 1 && random.nextInt(3) == 0;
        String id = "d" + d;
        dimensions.add(
            new Dimension(
                id, multiple ? Kind.MULTIPLE : Kind.SINGLE, tree(id, random, multiple ? 1 : 3)));
      }
      cube = new Cube(dimensions);
    } while (cube.size() > LARGEST || cube.size() < 3);
    return new RandomCubes(cube, count(cube, random));
  }

  private static Node tree(String code, Random random, int depth) {
    if (depth == 0 || (depth < 3 && random.nextInt(3) == 0)) {
      return Node.leaf(code);
    }
    List<Node> children = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int child = 0; child < count; child++) {
      children.add(tree(code + "." + child, random, depth - 1));
    }
    return new Node(code, children);
  }

  private static long[] count(Cube cube, Random random) {
    long[] counts = new long[cube.size()];
    int persons = random.nextInt(150);
    // Some classes are preferred, others may stay empty.
    double skew = random.nextDouble() * 3;
    for (int person = 0; person < persons; person++) {
      List<Set<String>> classes = new ArrayList<>();
      for (Dimension dimension : cube.dimensions()) {
        classes.add(classes(dimension, random, skew));
      }
      for (int cell = 0; cell < counts.length; cell++) {
        boolean inside = true;
        for (int d = 0; d < classes.size(); d++) {
          inside &= classes.get(d).contains(cube.nodes(d).get(cube.position(cell, d)).code());
        }
        counts[cell] += inside ? 1 : 0;
      }
    }
    return counts;
  }

  /** The classes of one person, with all classes above them. */
  private static Set<String> classes(Dimension dimension, Random random, double skew) {
    List<String> leaves = dimension.nodes().stream().filter(Node::isLeaf).map(Node::code).toList();
    int times = dimension.kind() == Kind.MULTIPLE ? 1 + random.nextInt(2) : 1;
    Set<String> mine = new HashSet<>();
    for (int i = 0; i < times; i++) {
      double at = Math.pow(random.nextDouble(), 1 + skew);
      mine.add(leaves.get((int) (at * leaves.size())));
    }
    return dimension.nodes().stream()
        .filter(node -> node.preorder().anyMatch(below -> mine.contains(below.code())))
        .map(Node::code)
        .collect(Collectors.toSet());
  }
}
