package se.samsyn.schemas.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;

/**
 * The one order of a definition's cells, on the wire, in files and in memory: all combinations of
 * the dimensions' nodes, the first dimension slowest, each dimension's nodes in preorder with the
 * total first. A definition without dimensions has one cell.
 */
public final class CellSpace {
  private final List<Dimension> dimensions;
  private final List<List<String>> nodes;
  private final List<Map<String, Integer>> positions;
  private final int[] strides;
  private final int size;

  private CellSpace(List<Dimension> dimensions) {
    this.dimensions = dimensions;
    this.nodes = dimensions.stream().map(Dimension::nodes).toList();
    this.positions =
        nodes.stream()
            .map(
                codes ->
                    IntStream.range(0, codes.size())
                        .boxed()
                        .collect(Collectors.toUnmodifiableMap(codes::get, i -> i)))
            .toList();
    this.strides = new int[nodes.size()];
    int stride = 1;
    for (int d = nodes.size() - 1; d >= 0; d--) {
      strides[d] = stride;
      stride = Math.multiplyExact(stride, nodes.get(d).size());
    }
    this.size = stride;
  }

  public static CellSpace of(Definition definition) {
    return new CellSpace(definition.dimensions());
  }

  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The nodes of dimension {@code d} in order; position 0 is {@link Code#TOTAL}. */
  public List<String> nodes(int d) {
    return nodes.get(d);
  }

  /** The number of cells. */
  public int size() {
    return size;
  }

  /** How far apart two cells are that differ by one position in dimension {@code d}. */
  public int stride(int d) {
    return strides[d];
  }

  /** The position of cell {@code index} in dimension {@code d}. */
  public int position(int index, int d) {
    return index / strides[d] % nodes.get(d).size();
  }

  /** The codes of cell {@code index}, one per dimension. */
  public List<String> coordinates(int index) {
    List<String> codes = new ArrayList<>(nodes.size());
    for (int d = 0; d < nodes.size(); d++) {
      codes.add(nodes.get(d).get(position(index, d)));
    }
    return List.copyOf(codes);
  }

  /** The cell at {@code codes}, one per dimension; empty when there is none. */
  public OptionalInt index(List<String> codes) {
    if (codes.size() != nodes.size()) {
      return OptionalInt.empty();
    }
    int index = 0;
    for (int d = 0; d < codes.size(); d++) {
      Integer position = positions.get(d).get(codes.get(d));
      if (position == null) {
        return OptionalInt.empty();
      }
      index += position * strides[d];
    }
    return OptionalInt.of(index);
  }
}
