package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.table.CellSpace;

/** The arithmetic of a full cube: which cells a finest cell belongs to, and adding parts up. */
final class Shape {
  private final CellSpace space;
  private final int[][] parents;
  private final int[][][] ancestors;

  Shape(CellSpace space) {
    this.space = space;
    int dimensions = space.dimensions().size();
    parents = new int[dimensions][];
    ancestors = new int[dimensions][][];
    for (int d = 0; d < dimensions; d++) {
      parents[d] = parents(space.dimensions().get(d));
      ancestors[d] = new int[parents[d].length][];
      for (int p = 0; p < parents[d].length; p++) {
        List<Integer> offsets = new ArrayList<>();
        for (int at = p; at >= 0; at = parents[d][at]) {
          offsets.add(at * space.stride(d));
        }
        ancestors[d][p] = offsets.stream().mapToInt(i -> i).toArray();
      }
    }
  }

  CellSpace space() {
    return space;
  }

  int size() {
    return space.size();
  }

  int dimensions() {
    return parents.length;
  }

  int stride(int d) {
    return space.stride(d);
  }

  /** What position {@code p} of dimension {@code d} and all above it add to a cell's index. */
  int[] ancestors(int d, int p) {
    return ancestors[d][p];
  }

  /** The most cells that one finest cell belongs to along these dimensions. */
  int mostAncestors(boolean[] along) {
    int most = 1;
    for (int d = 0; d < along.length; d++) {
      int deepest = 1;
      for (int[] offsets : ancestors[d]) {
        deepest = Math.max(deepest, offsets.length);
      }
      most *= along[d] ? deepest : 1;
    }
    return most;
  }

  /** Adds every part to its total, along the dimensions of which {@code along} is true. */
  void addUp(long[] values, boolean[] along) {
    for (int d = 0; d < parents.length; d++) {
      if (!along[d]) {
        continue;
      }
      int stride = space.stride(d);
      int nodes = parents[d].length;
      for (int high = 0; high < values.length; high += stride * nodes) {
        for (int p = nodes - 1; p > 0; p--) {
          int from = high + p * stride;
          int to = high + parents[d][p] * stride;
          for (int low = 0; low < stride; low++) {
            values[to + low] = Math.addExact(values[to + low], values[from + low]);
          }
        }
      }
    }
  }

  /** The parent of each node in preorder; the total has none (-1). */
  private static int[] parents(Dimension dimension) {
    List<Integer> parents = new ArrayList<>(List.of(-1));
    addParents(dimension.codes(), 0, parents);
    return parents.stream().mapToInt(i -> i).toArray();
  }

  private static void addParents(List<Code> codes, int parent, List<Integer> parents) {
    for (Code code : codes) {
      int position = parents.size();
      parents.add(parent);
      addParents(code.codes(), position, parents);
    }
  }
}
