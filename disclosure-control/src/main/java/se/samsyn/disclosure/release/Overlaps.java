package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.disclosure.release.Unknown.Role;

/**
 * What holds between counts of persons who may be in several classes, and between a filtered count
 * and its base, for every group: all of it, since an attacker may use all of it. Where the layers
 * are trees that is max(parts) &lt;= whole &lt;= sum(parts); where they cross, the persons are told
 * apart by what they are counted in.
 */
final class Overlaps {
  private final Grid grid;
  private final List<Integer> over;
  private final List<Layer> layers;
  private final Map<String, Concept> concepts;
  private final LinearSystem system;
  private final List<Unknown> unknowns;
  private final Map<BitSet, Hits> hits = new HashMap<>();
  private final Set<List<Integer>> rests = new HashSet<>();

  /**
   * @param over the overlapping axes
   * @param layers that share their groups
   */
  Overlaps(
      Grid grid,
      List<Integer> over,
      List<Layer> layers,
      Map<String, Concept> concepts,
      LinearSystem system,
      List<Unknown> unknowns) {
    this.grid = grid;
    this.over = over;
    this.layers = layers.stream().filter(l -> l.concept().kind() == Concept.Kind.PERSONS).toList();
    this.concepts = concepts;
    this.system = system;
    this.unknowns = unknowns;
  }

  void relate() {
    byPlace(layers.stream().map(Layer::groups).toList()).forEach(this::relateGroup);
    byPlace(layers.stream().map(this::bare).toList()).forEach(this::relateRests);
  }

  /** The numbers at each place, by layer. */
  private static <P> Map<P, Map<Integer, Integer>> byPlace(List<Map<P, Integer>> numbers) {
    Map<P, Map<Integer, Integer>> byPlace = new HashMap<>();
    for (int layer = 0; layer < numbers.size(); layer++) {
      int at = layer;
      numbers
          .get(layer)
          .forEach(
              (place, number) ->
                  byPlace.computeIfAbsent(place, p -> new HashMap<>()).put(at, number));
    }
    return byPlace;
  }

  private void relateGroup(int group, Map<Integer, Integer> numbers) {
    List<Integer> mine = relateRests(group, numbers);
    if (mine.size() < 2) {
      return;
    }
    Hits of = hits(mine);
    Optional<List<BitSet>> covers = of.covers();
    if (covers.isPresent()) {
      for (int i = 0; i < mine.size(); i++) {
        BitSet parts = covers.get().get(i);
        if (!parts.isEmpty()) {
          int whole = numbers.get(mine.get(i));
          // What the sum of the parts is above the whole: persons counted again.
          system.excess(whole, parts.stream().mapToObj(p -> numbers.get(mine.get(p))).toList());
          note(Role.SLACK, whole);
        }
      }
      return;
    }
    List<List<Integer>> counted = new ArrayList<>();
    mine.forEach(layer -> counted.add(new ArrayList<>()));
    for (BitSet combination : of.combinations()) {
      int persons = system.add();
      note(Role.SLACK, numbers.get(mine.get(0)));
      combination.stream().forEach(i -> counted.get(i).add(persons));
    }
    for (int i = 0; i < mine.size(); i++) {
      system.sum(numbers.get(mine.get(i)), counted.get(i));
    }
  }

  /** Sets those of a layer apart who are not in the next smaller one; returns the layers. */
  private List<Integer> relateRests(Object place, Map<Integer, Integer> numbers) {
    List<Integer> mine = numbers.keySet().stream().sorted().toList();
    if (mine.size() > 1) {
      Hits of = hits(mine);
      for (int part = 0; part < mine.size(); part++) {
        int smaller = numbers.get(mine.get(part));
        for (int parent : of.parents(part)) {
          int whole = numbers.get(mine.get(parent));
          if (rests.add(List.of(whole, smaller))) {
            system.rest(whole, smaller);
            note(Role.REST, whole);
          }
        }
      }
    }
    return mine;
  }

  private void note(Role role, int like) {
    Unknown whole = unknowns.get(like);
    unknowns.add(new Unknown(role, whole.concept(), whole.hull()));
  }

  private Hits hits(List<Integer> some) {
    BitSet key = new BitSet();
    some.forEach(key::set);
    return hits.computeIfAbsent(
        key, k -> Hits.of(grid, over, some.stream().map(layers::get).toList(), concepts));
  }

  /** The cells of a layer by their place along the axes that do not overlap. */
  private Map<List<Integer>, Integer> bare(Layer layer) {
    Map<List<Integer>, Integer> cells = new HashMap<>();
    layer
        .cells()
        .forEach(
            (place, cell) -> {
              List<Integer> bare = new ArrayList<>(place);
              over.forEach(axis -> bare.set(axis, -1));
              cells.put(bare, cell.number());
            });
    return cells;
  }
}
