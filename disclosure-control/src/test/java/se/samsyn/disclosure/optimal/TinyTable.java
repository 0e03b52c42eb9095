package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * A random table of two rows and two or three columns with totals, small enough to try every
 * pattern: insiders, bundles, cells that must or must not be shown, uneven requirements and costs.
 * The finest cells come first, row by row.
 *
 * @param most the largest value that a finest cell can have, as everybody knows
 */
record TinyTable(Table table, List<Demand> demands, int columns, int most) {
  static TinyTable random(long seed) {
    Random random = new Random(seed);
    int columns = 2 + random.nextInt(2);
    int most = columns == 2 ? 6 : 3;
    int inner = 2 * columns;
    long[] values = new long[inner + columns + 3];
    for (int cell = 0; cell < inner; cell++) {
      values[cell] = random.nextInt(most + 1);
    }
    TableSpace space = space(columns, most);
    sum(values, columns);
    int size = values.length;
    double[] costs = new double[size];
    Publication[] publication = new Publication[size];
    int[] bundles = new int[size];
    boolean wholeCosts = random.nextBoolean();
    for (int cell = 0; cell < size; cell++) {
      costs[cell] = wholeCosts ? 1 + random.nextInt(3) : 0.5 + random.nextDouble();
      int fate = random.nextInt(20);
      publication[cell] =
          fate == 0 ? Publication.ALWAYS : fate == 1 ? Publication.NEVER : Publication.OPTIONAL;
      bundles[cell] = cell;
    }
    if (random.nextInt(4) == 0) {
      bundle(bundles, random);
    }
    Table table = new Table(space, values, costs, publication, bundles);
    return new TinyTable(table, demands(table, random), columns, most);
  }

  /** Fills in the totals of the finest cells. */
  static void sum(long[] values, int columns) {
    int inner = 2 * columns;
    Arrays.fill(values, inner, values.length, 0);
    for (int cell = 0; cell < inner; cell++) {
      values[inner + cell % columns] += values[cell];
      values[inner + columns + cell / columns] += values[cell];
      values[inner + columns + 2] += values[cell];
    }
  }

  private static TableSpace space(int columns, int most) {
    int inner = 2 * columns;
    int size = inner + columns + 3;
    List<Relation> relations = new ArrayList<>();
    int[] all = new int[columns];
    for (int column = 0; column < columns; column++) {
      relations.add(Relation.sum(inner + column, column, columns + column));
      all[column] = inner + column;
    }
    for (int row = 0; row < 2; row++) {
      int first = row * columns;
      relations.add(
          Relation.sum(
              inner + columns + row, Arrays.stream(all).map(c -> c - inner + first).toArray()));
    }
    relations.add(Relation.sum(size - 1, all));
    relations.add(Relation.sum(size - 1, size - 3, size - 2));
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    Arrays.fill(upper, 0, inner, most);
    return new TableSpace(new long[size], upper, relations);
  }

  private static void bundle(int[] bundles, Random random) {
    int a = random.nextInt(bundles.length);
    int b = random.nextInt(bundles.length);
    bundles[Math.max(a, b)] = bundles[Math.min(a, b)];
  }

  private static List<Demand> demands(Table table, Random random) {
    List<Demand> demands = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int cell = random.nextInt(table.size());
      if (table.publication(cell) == Publication.ALWAYS) {
        continue;
      }
      long value = table.value(cell);
      Requirement requirement =
          new Requirement(
              Math.max(0, value - random.nextInt(2)),
              value + random.nextInt(3),
              1 + random.nextInt(3));
      demands.add(Demand.of(cell, requirement));
      int insider = random.nextInt(table.size());
      if (random.nextInt(3) == 0 && insider != cell) {
        demands.add(new Demand(cell, Attacker.knowing(insider), Requirement.notExact(value)));
      }
    }
    return demands;
  }
}
