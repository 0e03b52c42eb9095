package se.samsyn.disclosure.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The same table gets the same pattern, however many processors look for it and whoever is first.
 */
class ThreadsTest {
  private static final long SEED = 20;

  @Test
  void thePatternDoesNotDependOnTheNumberOfThreads() {
    Table table = table(new Random(SEED));
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

  /** Three dimensions of 9, 8 and 12 classes in two groups each, of tiny groups of persons. */
  private static Table table(Random random) {
    Cube cube = new Cube(List.of(dimension("a", 9), dimension("b", 8), dimension("c", 12)));
    long[] values = new long[cube.size()];
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = cube.level(cell) == 0 ? (long) (-5 * Math.log(1 - random.nextDouble())) : 0;
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
