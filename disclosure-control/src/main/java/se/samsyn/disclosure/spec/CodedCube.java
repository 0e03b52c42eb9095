package se.samsyn.disclosure.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/** A cube whose cells are found by codes, and which knows what lies above each cell. */
final class CodedCube {
  private final Cube cube;
  private final List<Map<String, Integer>> positions = new ArrayList<>();
  private final List<int[][]> above = new ArrayList<>();

  CodedCube(List<Dimension> dimensions) {
    this.cube = new Cube(dimensions);
    for (int d = 0; d < dimensions.size(); d++) {
      List<Node> nodes = cube.nodes(d);
      Map<String, Integer> position = new HashMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        position.put(nodes.get(i).code(), i);
      }
      positions.add(position);
      above.add(above(nodes, position));
    }
  }

  /** Per node itself and all that hold it, from below. */
  private static int[][] above(List<Node> nodes, Map<String, Integer> position) {
    int[] parent = new int[nodes.size()];
    parent[0] = -1;
    for (int i = 0; i < parent.length; i++) {
      for (Node child : nodes.get(i).children()) {
        parent[position.get(child.code())] = i;
      }
    }
    int[][] above = new int[parent.length][];
    for (int i = 0; i < parent.length; i++) {
      List<Integer> chain = new ArrayList<>();
      for (int at = i; at >= 0; at = parent[at]) {
        chain.add(at);
      }
      above[i] = chain.stream().mapToInt(Integer::intValue).toArray();
    }
    return above;
  }

  Cube cube() {
    return cube;
  }

  int size() {
    return cube.size();
  }

  /** The position of a code in dimension {@code d}, or -1. */
  int position(int d, String code) {
    return positions.get(d).getOrDefault(code, -1);
  }

  boolean isLeaf(int d, int position) {
    return cube.nodes(d).get(position).isLeaf();
  }

  /** Whether node {@code upper} of dimension {@code d} is {@code lower} or holds it. */
  boolean holds(int d, int upper, int lower) {
    for (int at : above.get(d)[lower]) {
      if (at == upper) {
        return true;
      }
    }
    return false;
  }

  /** The cell itself and every cell that holds it. */
  void forEachAbove(int cell, IntConsumer visitor) {
    int dimensions = above.size();
    int[][] chains = new int[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      chains[d] = above.get(d)[cube.position(cell, d)];
    }
    int[] choice = new int[dimensions];
    int[] at = new int[dimensions];
    while (true) {
      for (int d = 0; d < dimensions; d++) {
        at[d] = chains[d][choice[d]];
      }
      visitor.accept(cube.index(at));
      int d = dimensions - 1;
      while (d >= 0 && ++choice[d] == chains[d].length) {
        choice[d--] = 0;
      }
      if (d < 0) {
        return;
      }
    }
  }
}
