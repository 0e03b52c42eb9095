package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/**
 * The atoms of all releases: the combinations of the finest classes of some variables. It must stay
 * the same from release to release; a variable that may be needed later is best there from the
 * start.
 */
public final class Universe {
  private final List<Variable> variables;
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * @param finest the finest classes that any release tells apart
   */
  public record Variable(String id, List<String> finest) {
    public Variable {
      finest = List.copyOf(finest);
      if (finest.isEmpty() || Set.copyOf(finest).size() != finest.size()) {
        throw new IllegalArgumentException(
            "variable " + id + ": its finest classes must be distinct and at least one");
      }
    }
  }

  /**
   * @throws ArithmeticException if there are more than 2^31 - 1 atoms
   */
  public Universe(List<Variable> variables) {
    this.variables = List.copyOf(variables);
    int atoms = 1;
    for (int v = 0; v < this.variables.size(); v++) {
      atoms = Math.multiplyExact(atoms, this.variables.get(v).finest().size());
      if (positions.put(this.variables.get(v).id(), v) != null) {
        throw new IllegalArgumentException(
            "variable " + this.variables.get(v).id() + " comes twice");
      }
    }
  }

  /**
   * The cell that holds all atoms with these classes.
   *
   * @param classes per variable the finest classes; a variable that is not named is not restricted
   * @throws IllegalArgumentException if a variable or a class is unknown
   */
  public Footprint footprint(String measure, Map<String, Set<String>> classes) {
    for (String named : classes.keySet()) {
      if (!positions.containsKey(named)) {
        throw new IllegalArgumentException("variable " + named + " is unknown");
      }
    }
    BitSet atoms = new BitSet();
    atoms.set(0);
    for (Variable variable : variables) {
      Set<String> wanted = classes.getOrDefault(variable.id(), Set.copyOf(variable.finest()));
      if (!variable.finest().containsAll(wanted)) {
        throw new IllegalArgumentException(
            "variable " + variable.id() + ": a class is not among its finest ones");
      }
      BitSet finer = new BitSet();
      int count = variable.finest().size();
      atoms.stream()
          .forEach(
              atom -> {
                for (int i = 0; i < count; i++) {
                  if (wanted.contains(variable.finest().get(i))) {
                    finer.set(Math.addExact(Math.multiplyExact(atom, count), i));
                  }
                }
              });
      atoms = finer;
    }
    return new Footprint(measure, atoms);
  }

  /**
   * The footprints of a cube's cells, in its order. A class of a {@code multiple} dimension makes a
   * measure of its own, for the persons of two classes may be the same.
   *
   * @param finest the finest classes that a leaf of a dimension stands for, by dimension id and
   *     code
   */
  public List<Footprint> footprints(
      Cube cube, String measure, BiFunction<String, String, Set<String>> finest) {
    List<Footprint> footprints = new ArrayList<>();
    for (int cell = 0; cell < cube.size(); cell++) {
      Map<String, Set<String>> classes = new HashMap<>();
      Map<String, String> overlapping = new TreeMap<>();
      for (int d = 0; d < cube.dimensions().size(); d++) {
        Dimension dimension = cube.dimensions().get(d);
        int position = cube.position(cell, d);
        Node node = cube.nodes(d).get(position);
        if (dimension.kind() == Dimension.Kind.SINGLE) {
          Set<String> below = new HashSet<>();
          node.preorder()
              .filter(Node::isLeaf)
              .forEach(leaf -> below.addAll(finest.apply(dimension.id(), leaf.code())));
          classes.put(dimension.id(), below);
        } else if (position > 0) {
          overlapping.put(dimension.id(), node.code());
        }
      }
      String named =
          measure
              + overlapping.entrySet().stream()
                  .map(class_ -> "/" + class_.getKey() + "=" + class_.getValue())
                  .collect(Collectors.joining());
      footprints.add(footprint(named, classes));
    }
    return footprints;
  }

  /** As above, for a cube whose leaves are finest classes. */
  public List<Footprint> footprints(Cube cube, String measure) {
    return footprints(cube, measure, (dimension, code) -> Set.of(code));
  }
}
