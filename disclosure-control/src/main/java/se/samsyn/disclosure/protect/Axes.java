package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * The dimensions of a table, found again from its relations: a table is read as cells and relations
 * (a JJ file says no more), and some ways to change it are plain to see only by its dimensions.
 *
 * <p>Two relations are of the same dimension and level if other relations join their cells pair by
 * pair (they are opposite sides of a square). Cells that only relations of other dimensions join
 * have the same place on an axis. Along an axis the places are a tree: a total and its parts.
 */
final class Axes {
  /** A table with more places for cells is taken to have no dimensions. */
  private static final long MOST_PLACES = 20_000_000;

  private final Axis[] axes;
  private final int[][] places;
  private final int[] strides;
  private final int[] cells;

  /**
   * @param total of each place the one that it is a part of, or -1
   * @param parts of each place
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Axis(int[] total, int[][] parts) {
    int size() {
      return total.length;
    }

    /** The totals above a place, up to a given one. */
    IntStream above(int place, int last) {
      return place == last
          ? IntStream.empty()
          : IntStream.iterate(total[place], p -> p >= 0, p -> p == last ? -1 : total[p]);
    }

    /** Whether a change of the place can be balanced by these on each level beside and below it. */
    boolean canMoveWith(int place, BitSet others) {
      int above = total[place];
      boolean beside =
          above < 0 || others.get(above) || IntStream.of(parts[above]).anyMatch(others::get);
      boolean below = parts[place].length == 0 || IntStream.of(parts[place]).anyMatch(others::get);
      return beside && below;
    }
  }

  private Axes(Axis[] axes, int[][] places, int[] strides, int[] cells) {
    this.axes = axes;
    this.places = places;
    this.strides = strides;
    this.cells = cells;
  }

  int count() {
    return axes.length;
  }

  Axis axis(int a) {
    return axes[a];
  }

  int place(int a, int cell) {
    return places[a][cell];
  }

  /** Where {@link #cellAt} finds the cell. */
  int index(int cell) {
    int index = 0;
    for (int a = 0; a < axes.length; a++) {
      index += strides[a] * places[a][cell];
    }
    return index;
  }

  /** How much further in {@link #cellAt} the next place on an axis is. */
  int stride(int a) {
    return strides[a];
  }

  /**
   * @param index sum over the axes of place x stride
   * @return -1 if there is no such cell
   */
  int cellAt(int index) {
    return cells[index];
  }

  /** Empty if the table is not a product of trees. */
  static Optional<Axes> of(TableSpace space) {
    int[] axisOf = axisOfRelations(space);
    int count = Arrays.stream(axisOf).max().orElse(-1) + 1;
    int[][] places = new int[count][];
    int[] strides = new int[count];
    long size = 1;
    for (int a = 0; a < count; a++) {
      places[a] = places(space, axisOf, a);
      strides[a] = (int) size;
      size *= Arrays.stream(places[a]).max().orElse(-1) + 1;
      if (size > MOST_PLACES) {
        return Optional.empty();
      }
    }
    Axis[] trees = new Axis[count];
    for (int a = 0; a < count; a++) {
      Optional<Axis> tree = tree(space, axisOf, a, places[a]);
      if (tree.isEmpty()) {
        return Optional.empty();
      }
      trees[a] = tree.get();
    }
    int[] cells = new int[(int) size];
    Arrays.fill(cells, -1);
    Axes axes = new Axes(trees, places, strides, cells);
    for (int cell = 0; cell < space.size(); cell++) {
      if (cells[axes.index(cell)] >= 0) {
        return Optional.empty();
      }
      cells[axes.index(cell)] = cell;
    }
    return Optional.of(axes);
  }

  private static int[] axisOfRelations(TableSpace space) {
    int size = space.relations().size();
    Groups levels = new Groups(size);
    Set<Long> crossing = new HashSet<>();
    Squares squares = new Squares(space);
    for (int r = 0; r < size; r++) {
      int relation = r;
      squares.from(
          r,
          (side, opposite) -> {
            levels.join(relation, opposite);
            crossing.add(pair(relation, side, size));
          });
    }
    Set<Long> crossed = new HashSet<>();
    for (long pair : crossing) {
      crossed.add(pair(levels.of((int) (pair / size)), levels.of((int) (pair % size)), size));
    }
    // Relations that meet in a cell and do not cross are levels of one dimension.
    Groups dimensions = new Groups(size);
    for (int r = 0; r < size; r++) {
      dimensions.join(r, levels.of(r));
    }
    for (int cell = 0; cell < space.size(); cell++) {
      for (int i = 0; i < space.degree(cell); i++) {
        for (int j = 0; j < i; j++) {
          int q = space.relationOf(cell, i);
          int r = space.relationOf(cell, j);
          if (!crossed.contains(pair(levels.of(q), levels.of(r), size))) {
            dimensions.join(q, r);
          }
        }
      }
    }
    return dimensions.numbers();
  }

  private static long pair(int a, int b, int size) {
    return (long) Math.min(a, b) * size + Math.max(a, b);
  }

  private static int[] places(TableSpace space, int[] axisOf, int axis) {
    Groups together = new Groups(space.size());
    for (int r = 0; r < axisOf.length; r++) {
      if (axisOf[r] != axis) {
        int[] members = space.relations().get(r).cells();
        for (int member : members) {
          together.join(members[0], member);
        }
      }
    }
    return together.numbers();
  }

  private static Optional<Axis> tree(TableSpace space, int[] axisOf, int axis, int[] place) {
    int size = Arrays.stream(place).max().orElse(-1) + 1;
    int[] total = new int[size];
    Arrays.fill(total, -1);
    for (int r = 0; r < axisOf.length; r++) {
      if (axisOf[r] == axis) {
        Relation relation = space.relations().get(r);
        int top = totalOf(relation);
        if (top < 0) {
          return Optional.empty();
        }
        for (int cell : relation.cells()) {
          if (cell == top) {
            continue;
          }
          int above = total[place[cell]];
          if (above >= 0 && above != place[top]) {
            return Optional.empty();
          }
          total[place[cell]] = place[top];
        }
      }
    }
    List<List<Integer>> parts = new ArrayList<>();
    IntStream.range(0, size).forEach(p -> parts.add(new ArrayList<>()));
    IntStream.range(0, size).filter(p -> total[p] >= 0).forEach(p -> parts.get(total[p]).add(p));
    int[][] byTotal =
        parts.stream().map(some -> some.stream().mapToInt(p -> p).toArray()).toArray(int[][]::new);
    return Optional.of(new Axis(total, byTotal));
  }

  /** The cell that the others add up to, or -1. */
  private static int totalOf(Relation relation) {
    int total = -1;
    for (int i = 0; i < relation.cells().length; i++) {
      if (relation.coefficients()[i] == -1) {
        if (total >= 0) {
          return -1;
        }
        total = relation.cells()[i];
      } else if (relation.coefficients()[i] != 1) {
        return -1;
      }
    }
    return total;
  }
}
