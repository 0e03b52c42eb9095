package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.release.Unknown.Role;

/**
 * What holds between counts of persons who may be in several classes, and between a filtered count
 * and its base: max(parts) &lt;= total &lt;= sum(parts), for every group.
 */
final class Overlaps {
  private final Grid grid;
  private final List<Integer> over;
  private final List<Layer> layers;
  private final Map<String, Concept> concepts;

  /**
   * @param over the overlapping axes
   * @param layers that share their groups
   */
  Overlaps(Grid grid, List<Integer> over, List<Layer> layers, Map<String, Concept> concepts) {
    this.grid = grid;
    this.over = over;
    this.layers = layers.stream().filter(l -> l.concept().kind() == Concept.Kind.PERSONS).toList();
    this.concepts = concepts;
  }

  void relate(LinearSystem system, List<Unknown> unknowns) {
    for (Layer larger : layers) {
      for (Layer smaller : layers) {
        if (isNext(smaller, larger)) {
          relatePart(system, unknowns, larger, smaller);
        }
      }
      for (List<Layer> parts : covers(larger)) {
        // What the sum of the parts is above the total: persons counted again.
        relateCover(system, unknowns, larger, parts);
      }
    }
  }

  private void relatePart(
      LinearSystem system, List<Unknown> unknowns, Layer larger, Layer smaller) {
    Set<List<Integer>> seen = new HashSet<>();
    for (List<Integer> numbers : pairs(larger, List.of(smaller))) {
      if (seen.add(numbers)) {
        system.rest(numbers.get(0), numbers.get(1));
        Unknown whole = unknowns.get(numbers.get(0));
        unknowns.add(new Unknown(Role.REST, whole.concept(), whole.hull()));
      }
    }
  }

  private void relateCover(
      LinearSystem system, List<Unknown> unknowns, Layer larger, List<Layer> parts) {
    Set<List<Integer>> seen = new HashSet<>();
    for (List<Integer> numbers : pairs(larger, parts)) {
      if (seen.add(numbers)) {
        system.excess(numbers.get(0), numbers.subList(1, numbers.size()));
        Unknown whole = unknowns.get(numbers.get(0));
        unknowns.add(new Unknown(Role.SLACK, whole.concept(), whole.hull()));
      }
    }
  }

  /** The numbers of the same group, or of figures at the same place, in all these layers. */
  private List<List<Integer>> pairs(Layer larger, List<Layer> others) {
    List<List<Integer>> pairs = new ArrayList<>();
    larger
        .groups()
        .forEach(
            (group, number) -> {
              List<Integer> numbers = new ArrayList<>(List.of(number));
              for (Layer other : others) {
                if (other.groups().containsKey(group)) {
                  numbers.add(other.groups().get(group));
                }
              }
              if (numbers.size() == others.size() + 1) {
                pairs.add(numbers);
              }
            });
    List<Map<List<Integer>, Layer.Cell>> placed = others.stream().map(this::bare).toList();
    bare(larger)
        .forEach(
            (place, cell) -> {
              List<Integer> numbers = new ArrayList<>(List.of(cell.number()));
              for (Map<List<Integer>, Layer.Cell> other : placed) {
                if (other.containsKey(place)) {
                  numbers.add(other.get(place).number());
                }
              }
              if (numbers.size() == others.size() + 1) {
                pairs.add(numbers);
              }
            });
    return pairs;
  }

  /** The cells of a layer by their place along the axes that do not overlap. */
  private Map<List<Integer>, Layer.Cell> bare(Layer layer) {
    Map<List<Integer>, Layer.Cell> cells = new HashMap<>();
    layer
        .cells()
        .forEach(
            (place, cell) -> {
              List<Integer> bare = new ArrayList<>(place);
              over.forEach(axis -> bare.set(axis, -1));
              cells.put(bare, cell);
            });
    return cells;
  }

  /** Whether all of the one are in the other, with no layer between them. */
  private boolean isNext(Layer smaller, Layer larger) {
    return isWithin(smaller, larger)
        && layers.stream().noneMatch(l -> isWithin(smaller, l) && isWithin(l, larger));
  }

  private boolean isWithin(Layer smaller, Layer larger) {
    if (smaller == larger || !isPart(smaller.concept(), larger.concept())) {
      return false;
    }
    for (int i = 0; i < over.size(); i++) {
      if (!grid.sets(over.get(i)).isWithin(smaller.over().get(i), larger.over().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isPart(Concept part, Concept whole) {
    return part.id().equals(whole.id())
        || part.partOf().map(concepts::get).filter(base -> isPart(base, whole)).isPresent();
  }

  /** Per axis and table the layers whose classes together are all of the layer's. */
  private List<List<Layer>> covers(Layer larger) {
    Set<List<Layer>> covers = new HashSet<>();
    for (int i = 0; i < over.size(); i++) {
      AxisSets sets = grid.sets(over.get(i));
      Map<Integer, Layer> parts = new HashMap<>();
      for (Layer layer : layers) {
        if (layer.concept().equals(larger.concept()) && differsOnly(layer, larger, i)) {
          parts.put(layer.over().get(i), layer);
        }
      }
      int whole = larger.over().get(i);
      List<Integer> within = sets.subsets(whole).stream().filter(parts::containsKey).toList();
      BitSet tables = new BitSet();
      within.forEach(set -> parts.get(set).tables().forEach(tables::set));
      tables.stream()
          .forEach(
              table ->
                  add(
                      covers,
                      sets.parts(
                          whole,
                          within.stream()
                              .filter(set -> parts.get(set).tables().contains(table))
                              .toList()),
                      parts));
      add(covers, sets.parts(whole, within), parts);
    }
    return List.copyOf(covers);
  }

  private static void add(Set<List<Layer>> covers, List<Integer> sets, Map<Integer, Layer> parts) {
    if (!sets.isEmpty()) {
      covers.add(sets.stream().map(parts::get).toList());
    }
  }

  private static boolean differsOnly(Layer a, Layer b, int at) {
    for (int i = 0; i < a.over().size(); i++) {
      if (i != at && !a.over().get(i).equals(b.over().get(i))) {
        return false;
      }
    }
    return !a.over().get(at).equals(b.over().get(at));
  }
}
