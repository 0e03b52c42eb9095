package se.samsyn.disclosure.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The layers of one cube as one system of cells and relations: layer by layer the cells of the
 * cube, then for each filtered count what is left of its base, then the differences by which an
 * inequality becomes a relation. All but the layers' own cells are never shown.
 */
public final class CubeSystem {
  private final Cube cube;
  private final List<Layer> layers;
  private final List<Relation> relations = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Integer> restOf = new ArrayList<>();
  private int size;

  /**
   * @throws IllegalArgumentException if a layer comes twice or is part of one that is not there
   */
  public CubeSystem(Cube cube, List<Layer> layers) {
    this.cube = cube;
    this.layers = List.copyOf(layers);
    for (int i = 0; i < layers.size(); i++) {
      if (positions.put(layers.get(i).id(), i) != null) {
        throw new IllegalArgumentException("layer " + layers.get(i).id() + " comes twice");
      }
    }
    size = Math.multiplyExact(layers.size(), cube.size());
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).partOf().isPresent()) {
        addRest(i);
      }
    }
    for (int i = 0; i < layers.size(); i++) {
      addTotals(i);
    }
  }

  Cube cube() {
    return cube;
  }

  List<Layer> layers() {
    return layers;
  }

  /** The number of cells that can be shown: those of the layers themselves. */
  public int shown() {
    return layers.size() * cube.size();
  }

  /** The system's cell for a cell of the cube in one layer. */
  public int cell(int layer, int cubeCell) {
    return layer * cube.size() + cubeCell;
  }

  /** The first cell of what is left of a filtered layer's base, or -1 if it is not filtered. */
  public int firstRestCell(int layer) {
    int at = restOf.indexOf(layer);
    return at < 0 ? -1 : shown() + at * cube.size();
  }

  /** The number of all cells, those that are never shown included. */
  public int size() {
    return size;
  }

  /** All relations, in the cells of the system. */
  public List<Relation> relations() {
    return List.copyOf(relations);
  }

  TableSpace space() {
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    return new TableSpace(new long[size], upper, relations);
  }

  /** The values of all cells, given those of the layers; the rest follows. */
  public long[] complete(List<long[]> layerValues) {
    long[] values = new long[size];
    for (int i = 0; i < layerValues.size(); i++) {
      System.arraycopy(layerValues.get(i), 0, values, i * cube.size(), cube.size());
    }
    for (Relation relation : relations) {
      int helper = relation.cells()[relation.cells().length - 1];
      if (helper >= shown()) {
        long sum = 0;
        for (int i = 0; i < relation.cells().length - 1; i++) {
          sum =
              Math.addExact(
                  sum, Math.multiplyExact(relation.coefficients()[i], values[relation.cells()[i]]));
        }
        values[helper] = sum;
      }
    }
    return values;
  }

  private void addRest(int layer) {
    Layer part = layers.get(layer);
    Integer base = positions.get(part.partOf().orElseThrow());
    if (base == null || base == layer) {
      throw new IllegalArgumentException("layer " + part.id() + " is part of an unknown layer");
    }
    restOf.add(layer);
    for (int i = 0; i < cube.size(); i++) {
      relations.add(
          new Relation(
              new int[] {cell(base, i), cell(layer, i), size++}, new long[] {1, -1, -1}, 0));
    }
  }

  private void addTotals(int layer) {
    boolean always = layers.get(layer).adding() == Layer.Adding.ALWAYS;
    cube.forEachSum(
        (along, total, parts) -> {
          int[] cells = Arrays.stream(parts).map(part -> cell(layer, part)).toArray();
          if (always || along.kind() == Dimension.Kind.SINGLE || parts.length == 1) {
            relations.add(Relation.sum(cell(layer, total), cells));
          } else {
            addBounds(cell(layer, total), cells);
          }
        });
  }

  /** max(parts) <= total <= sum(parts): each difference is a cell that is not negative. */
  private void addBounds(int total, int[] parts) {
    for (int part : parts) {
      relations.add(new Relation(new int[] {total, part, size++}, new long[] {1, -1, -1}, 0));
    }
    int[] cells = Arrays.copyOf(parts, parts.length + 2);
    long[] coefficients = new long[cells.length];
    Arrays.fill(coefficients, 1);
    cells[parts.length] = total;
    coefficients[parts.length] = -1;
    cells[parts.length + 1] = size++;
    coefficients[parts.length + 1] = -1;
    relations.add(new Relation(cells, coefficients, 0));
  }
}
