package se.samsyn.disclosure.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.table.Node;

/**
 * Two dimensions of one column are two hierarchies of the same codes: everybody knows that nobody
 * is in classes of both that have no code in common.
 */
final class SameColumn {
  private SameColumn() {}

  /** Adds the cells that cannot be to {@code structural}. */
  static void exclude(Specification specification, CodedCube cube, BitSet structural) {
    int dimensions = specification.dimensions().size();
    for (int one = 0; one < dimensions; one++) {
      for (int two = one + 1; two < dimensions; two++) {
        String column = specification.dimensions().get(one).columnName();
        if (column.equals(specification.dimensions().get(two).columnName())) {
          exclude(cube, one, two, structural);
        }
      }
    }
  }

  private static void exclude(CodedCube cube, int one, int two, BitSet structural) {
    Map<String, Integer> numbers = new HashMap<>();
    List<BitSet> first = codes(cube, one, numbers);
    List<BitSet> second = codes(cube, two, numbers);
    for (int cell = 0; cell < cube.size(); cell++) {
      int upper = cube.cube().position(cell, one);
      int lower = cube.cube().position(cell, two);
      if (!first.get(upper).intersects(second.get(lower))) {
        structural.set(cell);
      }
    }
  }

  /** The finest codes below each node of a dimension. */
  private static List<BitSet> codes(CodedCube cube, int d, Map<String, Integer> numbers) {
    List<BitSet> codes = new ArrayList<>();
    List<Node> nodes = cube.cube().nodes(d);
    for (int i = 0; i < nodes.size(); i++) {
      codes.add(new BitSet());
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.isLeaf()) {
        codes.get(i).set(numbers.computeIfAbsent(node.code(), c -> numbers.size()));
      }
      for (Node child : node.children()) {
        codes.get(i).or(codes.get(cube.position(d, child.code())));
      }
    }
    return codes;
  }
}
