package se.samsyn.disclosure.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of some layers a person can be counted in at once. A person with several records is in
 * every layer that one of them is in, so what the layers are made of are kinds of records: what a
 * record of each kind is counted in.
 */
final class Hits {
  /** So many combinations per group are still put down one by one. */
  private static final int MOST = 256;

  private final int layers;
  private final List<BitSet> kinds;

  /**
   * @param kinds of records, each as the layers that count it
   */
  private Hits(int layers, Set<BitSet> kinds) {
    this.layers = layers;
    this.kinds = List.copyOf(kinds);
  }

  /**
   * @param over the overlapping axes
   * @throws IllegalArgumentException if there are too many kinds of records
   */
  static Hits of(Grid grid, List<Integer> over, List<Layer> layers, Map<String, Concept> concepts) {
    Set<BitSet> kinds = new LinkedHashSet<>(flags(layers, concepts));
    for (int i = 0; i < over.size(); i++) {
      AxisSets sets = grid.sets(over.get(i));
      Set<BitSet> along = new LinkedHashSet<>();
      for (int number = 0; number < sets.classes(); number++) {
        BitSet in = new BitSet();
        for (int layer = 0; layer < layers.size(); layer++) {
          in.set(layer, sets.classes(layers.get(layer).over().get(i)).get(number));
        }
        along.add(in);
      }
      Set<BitSet> finer = new LinkedHashSet<>();
      for (BitSet kind : kinds) {
        for (BitSet in : along) {
          BitSet both = (BitSet) kind.clone();
          both.and(in);
          if (!both.isEmpty()) {
            finer.add(both);
          }
        }
      }
      kinds = finer;
      requireFew(kinds.size());
    }
    return new Hits(layers.size(), kinds);
  }

  /** What a record may be counted in by the filters that it meets: any, with what they are of. */
  private static Set<BitSet> flags(List<Layer> layers, Map<String, Concept> concepts) {
    List<String> ids = layers.stream().map(layer -> layer.concept().id()).distinct().toList();
    Set<Set<String>> met = new LinkedHashSet<>(List.of(Set.of()));
    for (String id : ids) {
      Set<Set<String>> more = new LinkedHashSet<>(met);
      for (Set<String> some : met) {
        Set<String> with = new LinkedHashSet<>(some);
        for (Concept c = concepts.get(id);
            c != null;
            c = c.partOf().map(concepts::get).orElse(null)) {
          with.add(c.id());
        }
        more.add(with);
      }
      met = more;
      requireFew(met.size());
    }
    Set<BitSet> flags = new LinkedHashSet<>();
    for (Set<String> some : met) {
      BitSet in = new BitSet();
      for (int layer = 0; layer < layers.size(); layer++) {
        in.set(layer, some.contains(layers.get(layer).concept().id()));
      }
      if (!in.isEmpty()) {
        flags.add(in);
      }
    }
    return flags;
  }

  private static void requireFew(int count) {
    if (count > MOST) {
      throw new IllegalArgumentException(
          "the releases count persons in too many crossing classes to be checked together; "
              + "check fewer filters or fewer periods");
    }
  }

  /** Whether all records of the one are records of the other. */
  boolean isWithin(int part, int whole) {
    return part != whole && kinds.stream().allMatch(kind -> !kind.get(part) || kind.get(whole));
  }

  /** The smallest layers that a layer lies in. */
  List<Integer> parents(int layer) {
    List<Integer> parents = new ArrayList<>();
    for (int whole = 0; whole < layers; whole++) {
      if (isWithin(layer, whole) && !hasBetween(layer, whole)) {
        parents.add(whole);
      }
    }
    return parents;
  }

  private boolean hasBetween(int part, int whole) {
    for (int other = 0; other < layers; other++) {
      if (isWithin(part, other) && isWithin(other, whole)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Per layer the layers that make it up, if max(parts) &lt;= whole &lt;= sum(parts) is all that
   * can be said of the layers: they are trees, and a record may be in any of the parts of a layer
   * alone. Then counts that keep these bounds can be made up from the top down: the persons of a
   * layer are dealt out to its parts at will.
   */
  Optional<List<BitSet>> covers() {
    List<BitSet> children = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      children.add(new BitSet());
    }
    BitSet roots = new BitSet();
    for (int layer = 0; layer < layers; layer++) {
      List<Integer> parents = parents(layer);
      if (parents.size() > 1) {
        return Optional.empty();
      }
      BitSet among = parents.isEmpty() ? roots : children.get(parents.get(0));
      among.set(layer);
    }
    BitSet[] covers = new BitSet[layers];
    return areAllFree(roots, kinds, children, covers)
        ? Optional.of(List.of(covers))
        : Optional.empty();
  }

  private boolean areFree(int layer, List<BitSet> left, List<BitSet> children, BitSet[] covers) {
    BitSet parts = children.get(layer);
    boolean isCovered =
        kinds.stream().filter(kind -> kind.get(layer)).allMatch(kind -> kind.intersects(parts));
    boolean isLeftCovered = left.stream().allMatch(kind -> kind.intersects(parts));
    covers[layer] = isCovered ? parts : new BitSet();
    if (left.isEmpty() || isCovered != isLeftCovered) {
      return false;
    }
    return areAllFree(parts, left, children, covers);
  }

  private boolean areAllFree(
      BitSet parts, List<BitSet> left, List<BitSet> children, BitSet[] covers) {
    return parts.stream()
        .allMatch(
            part ->
                areFree(
                    part,
                    left.stream().filter(kind -> isAlone(kind, part, parts)).toList(),
                    children,
                    covers));
  }

  private static boolean isAlone(BitSet kind, int part, BitSet parts) {
    BitSet both = (BitSet) kind.clone();
    both.and(parts);
    return both.cardinality() == 1 && both.get(part);
  }

  /**
   * Every set of layers that a person can be counted in.
   *
   * @throws IllegalArgumentException if there are too many
   */
  List<BitSet> combinations() {
    Set<BitSet> found = new LinkedHashSet<>(kinds);
    Deque<BitSet> queue = new ArrayDeque<>(kinds);
    while (!queue.isEmpty()) {
      BitSet some = queue.poll();
      for (BitSet kind : kinds) {
        BitSet more = (BitSet) some.clone();
        more.or(kind);
        if (found.add(more)) {
          requireFew(found.size());
          queue.add(more);
        }
      }
    }
    return List.copyOf(found);
  }
}
