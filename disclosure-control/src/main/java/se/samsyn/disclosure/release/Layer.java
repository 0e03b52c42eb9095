package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of one concept that add up: those of one class of each overlapping axis. Numbers of
 * different layers are never added.
 */
final class Layer {
  private final Concept concept;
  private final List<Integer> over;
  private final Map<List<Integer>, Cell> cells = new LinkedHashMap<>();
  private final Map<Integer, Integer> groups = new HashMap<>();

  /** A figure, or a number that helps to relate figures. */
  static final class Cell {
    private final int number;
    private final List<Integer> place;
    private final BitSet tables = new BitSet();

    Cell(int number, List<Integer> place) {
      this.number = number;
      this.place = place;
    }

    int number() {
      return number;
    }

    List<Integer> place() {
      return place;
    }

    BitSet tables() {
      return tables;
    }
  }

  /**
   * @param over the set of each overlapping axis
   */
  Layer(Concept concept, List<Integer> over) {
    this.concept = concept;
    this.over = over;
  }

  Concept concept() {
    return concept;
  }

  List<Integer> over() {
    return over;
  }

  /** By place, in the order in which they were added. */
  Map<List<Integer>, Cell> cells() {
    return cells;
  }

  /** The number of each finest group that figures of this layer reach. */
  Map<Integer, Integer> groups() {
    return groups;
  }

  /** The cells that differ from each other only along one axis. */
  Map<List<Integer>, List<Cell>> alongside(int axis) {
    Map<List<Integer>, List<Cell>> families = new LinkedHashMap<>();
    for (Cell cell : cells.values()) {
      List<Integer> others = new ArrayList<>(cell.place());
      others.set(axis, -1);
      families.computeIfAbsent(others, o -> new ArrayList<>()).add(cell);
    }
    return families;
  }
}
