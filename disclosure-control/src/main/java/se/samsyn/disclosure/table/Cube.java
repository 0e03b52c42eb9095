package se.samsyn.disclosure.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All combinations of the nodes of some dimensions, totals included, in one fixed order: the first
 * dimension slowest, each dimension's nodes in preorder with the total first. Without dimensions
 * there is one cell.
 */
public final class Cube {
  private final List<Dimension> dimensions;
  private final List<List<Node>> nodes;
  private final List<List<Family>> families;
  private final int[] strides;
  private final int size;

  /** The position of a parent in its dimension and those of its children. */
  private record Family(int parent, int[] children) {}

  /**
   * @throws ArithmeticException if there are more than 2^31 - 1 cells
   */
  public Cube(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    this.nodes = this.dimensions.stream().map(Dimension::nodes).toList();
    this.families = nodes.stream().map(Cube::families).toList();
    this.strides = new int[nodes.size()];
    int stride = 1;
    for (int d = nodes.size() - 1; d >= 0; d--) {
      strides[d] = stride;
      stride = Math.multiplyExact(stride, nodes.get(d).size());
    }
    this.size = stride;
  }

  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The number of cells. */
  public int size() {
    return size;
  }

  /** The nodes of dimension {@code d} in order. */
  public List<Node> nodes(int d) {
    return nodes.get(d);
  }

  /** The position of cell {@code index} among the nodes of dimension {@code d}. */
  public int position(int index, int d) {
    return index / strides[d] % nodes.get(d).size();
  }

  /** The cell at these positions, one per dimension. */
  public int index(int... positions) {
    int index = 0;
    for (int d = 0; d < positions.length; d++) {
      index += positions[d] * strides[d];
    }
    return index;
  }

  /** The codes of cell {@code index}, one per dimension. */
  public List<String> coordinates(int index) {
    List<String> codes = new ArrayList<>(nodes.size());
    for (int d = 0; d < nodes.size(); d++) {
      codes.add(nodes.get(d).get(position(index, d)).code());
    }
    return List.copyOf(codes);
  }

  /** How many dimensions of cell {@code index} are not at a leaf: 0 for the finest cells. */
  public int level(int index) {
    int level = 0;
    for (int d = 0; d < nodes.size(); d++) {
      level += nodes.get(d).get(position(index, d)).isLeaf() ? 0 : 1;
    }
    return level;
  }

  /**
   * Every parent with its parts along every dimension, in every combination of the others.
   *
   * @param visitor gets the dimension, the parent's cell and the cells of its parts
   */
  public void forEachSum(SumVisitor visitor) {
    for (int d = 0; d < nodes.size(); d++) {
      int block = strides[d] * nodes.get(d).size();
      for (Family family : families.get(d)) {
        for (int high = 0; high < size; high += block) {
          for (int low = 0; low < strides[d]; low++) {
            int base = high + low;
            int[] parts = new int[family.children.length];
            for (int i = 0; i < parts.length; i++) {
              parts[i] = base + family.children[i] * strides[d];
            }
            visitor.visit(dimensions.get(d), base + family.parent * strides[d], parts);
          }
        }
      }
    }
  }

  /** Receives the sums of a cube. */
  @FunctionalInterface
  public interface SumVisitor {
    void visit(Dimension along, int total, int[] parts);
  }

  private static List<Family> families(List<Node> nodes) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(nodes.get(i).code(), i);
    }
    List<Family> families = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isLeaf()) {
        families.add(
            new Family(
                i,
                nodes.get(i).children().stream().mapToInt(n -> positions.get(n.code())).toArray()));
      }
    }
    return families;
  }
}
