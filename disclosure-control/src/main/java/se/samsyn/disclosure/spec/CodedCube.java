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
  private final List<int[]> parents = new ArrayList<>();

  CodedCube(List<Dimension> dimensions) {
    this.cube = new Cube(dimensions);
    for (int d = 0; d < dimensions.size(); d++) {
      List<Node> nodes = cube.nodes(d);
      Map<String, Integer> position = new HashMap<>();
      for (int i = 0; i < nodes.size(); i++) {
        position.put(nodes.get(i).code(), i);
      }
      positions.add(position);
      parents.add(parents(nodes, position));
    }
  }

  private static int[] parents(List<Node> nodes, Map<String, Integer> position) {
    int[] parent = new int[nodes.size()];
    parent[0] = -1;
    for (int i = 0; i < parent.length; i++) {
      for (Node child : nodes.get(i).children()) {
        parent[position.get(child.code())] = i;
      }
    }
    return parent;
  }

  /** A node and all that hold it, from below; not kept, since trees can be deep. */
  private static int[] above(int[] parent, int node) {
    int depth = 0;
    for (int at = node; at >= 0; at = parent[at]) {
      depth++;
    }
    int[] chain = new int[depth];
    int i = 0;
    for (int at = node; at >= 0; at = parent[at]) {
      chain[i++] = at;
    }
    return chain;
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
    int at = lower;
    // A node that holds another comes before it.
    while (at > upper) {
      at = parents.get(d)[at];
    }
    return at == upper;
  }

  /** The cell itself and every cell that holds it. */
  void forEachAbove(int cell, IntConsumer visitor) {
    int dimensions = parents.size();
    int[][] chains = new int[dimensions][];
    for (int d = 0; d < dimensions; d++) {
      chains[d] = above(parents.get(d), cube.position(cell, d));
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
