package se.samsyn.disclosure.attack;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Dimension.Kind;
import se.samsyn.disclosure.table.Node;

/**
 * All tables of two dimensions with totals that have at most so many persons.
 *
 * @param tables values by the cube's cells
 */
record SmallTables(Cube cube, int persons, List<long[]> tables) {
  static SmallTables of(int rows, int columns, int persons) {
    Cube cube = new Cube(List.of(dimension("row", rows), dimension("column", columns)));
    List<long[]> tables = new ArrayList<>();
    enumerate(cube, new long[cube.size()], 0, persons, tables);
    return new SmallTables(cube, persons, tables);
  }

  private static void enumerate(
      Cube cube, long[] values, int from, int persons, List<long[]> tables) {
    int cell = from;
    while (cell < values.length && cube.level(cell) > 0) {
      cell++;
    }
    if (cell == values.length) {
      tables.add(summed(cube, values));
      return;
    }
    for (int value = 0; value <= persons; value++) {
      values[cell] = value;
      enumerate(cube, values, cell + 1, persons - value, tables);
    }
    values[cell] = 0;
  }

  private static long[] summed(Cube cube, long[] values) {
    long[] table = values.clone();
    int columns = cube.nodes(1).size();
    for (int row = 1; row < cube.nodes(0).size(); row++) {
      for (int column = 1; column < columns; column++) {
        long value = values[row * columns + column];
        table[row * columns] += value;
        table[column] += value;
        table[0] += value;
      }
    }
    return table;
  }

  private static Dimension dimension(String id, int classes) {
    List<Node> leaves = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      leaves.add(Node.leaf(id + i));
    }
    return new Dimension(id, Kind.SINGLE, new Node("_T", leaves));
  }
}
