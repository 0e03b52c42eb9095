package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Random tables of few persons per cell, whose dimensions have classes in two groups each. */
final class TinyGroups {
  private TinyGroups() {}

  /**
   * @param mean persons in a cell of the finest level
   * @param classes how many each dimension has
   */
  static Table table(Random random, double mean, int... classes) {
    Cube cube = cube(classes);
    long[] values = new long[cube.size()];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = cube.level(cell) == 0 ? (long) (-mean * Math.log(1 - random.nextDouble())) : 0;
    }
    List<Relation> relations = new ArrayList<>();
    List<int[]> sums = new ArrayList<>();
    cube.forEachSum(
        (dimension, total, parts) -> {
          relations.add(Relation.sum(total, parts));
          sums.add(IntStream.concat(IntStream.of(total), IntStream.of(parts)).toArray());
        });
    fill(values, sums);
    long[] upper = new long[cube.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[cube.size()];
    Arrays.fill(costs, 1);
    Publication[] publication = new Publication[cube.size()];
    Arrays.fill(publication, Publication.OPTIONAL);
    return new Table(
        new TableSpace(new long[cube.size()], upper, relations),
        values,
        costs,
        publication,
        IntStream.range(0, cube.size()).toArray());
  }

  static Cube cube(int... classes) {
    return new Cube(
        IntStream.range(0, classes.length)
            .mapToObj(d -> dimension("d" + d + "-", classes[d]))
            .toList());
  }

  /** Totals of totals need their parts first: as many rounds as there are levels. */
  private static void fill(long[] values, List<int[]> sums) {
    for (int round = 0; round < 6; round++) {
      for (int[] sum : sums) {
        values[sum[0]] = IntStream.of(sum).skip(1).mapToLong(part -> values[part]).sum();
      }
    }
  }

  private static Dimension dimension(String id, int classes) {
    List<Node> leaves = IntStream.range(0, classes).mapToObj(i -> Node.leaf(id + i)).toList();
    return new Dimension(
        id,
        Dimension.Kind.SINGLE,
        new Node(
            "_T",
            List.of(
                new Node(id + "x", leaves.subList(0, classes / 2)),
                new Node(id + "y", leaves.subList(classes / 2, classes)))));
  }
}
