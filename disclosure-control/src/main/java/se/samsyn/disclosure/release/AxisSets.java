package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sets along one axis that figures are about. Elements that every set holds or leaves together
 * are one class: figures cannot tell them apart, and neither need we.
 */
final class AxisSets {
  private final Map<Set<?>, Integer> known = new HashMap<>();
  private final Map<Object, Integer> classOf = new HashMap<>();
  private final List<Set<Object>> elements = new ArrayList<>();
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> ids = new HashMap<>();
  private final List<List<Integer>> subsets = new ArrayList<>();

  AxisSets(Collection<? extends Set<?>> all) {
    Map<Object, List<Integer>> holders = new LinkedHashMap<>();
    List<Set<?>> distinct = new ArrayList<>(new LinkedHashSet<>(all));
    for (int i = 0; i < distinct.size(); i++) {
      int holder = i;
      // In one order wherever it runs, so that the same programs come of it.
      distinct.get(i).stream()
          .sorted(Comparator.comparing(Object::toString))
          .forEach(element -> holders.computeIfAbsent(element, e -> new ArrayList<>()).add(holder));
    }
    Map<List<Integer>, Integer> classes = new HashMap<>();
    holders.forEach(
        (element, in) -> {
          int number = classes.computeIfAbsent(in, c -> classes.size());
          if (number == elements.size()) {
            elements.add(new LinkedHashSet<>());
          }
          elements.get(number).add(element);
          classOf.put(element, number);
        });
    distinct.forEach(this::id);
  }

  /** How many classes there are. */
  int classes() {
    return elements.size();
  }

  /** The number of a set that figures are about. */
  int id(Set<?> set) {
    return known.computeIfAbsent(
        set,
        s -> {
          BitSet classes = new BitSet();
          s.forEach(element -> classes.set(classOf.get(element)));
          return id(classes);
        });
  }

  /** The number of a set of classes; a new one if need be. */
  int id(BitSet classes) {
    Integer id = ids.get(classes);
    if (id == null) {
      id = sets.size();
      BitSet copy = (BitSet) classes.clone();
      sets.add(copy);
      ids.put(copy, id);
      subsets.add(null);
    }
    return id;
  }

  /** The classes of a set; not to be changed. */
  BitSet classes(int set) {
    return sets.get(set);
  }

  Set<Object> elements(BitSet classes) {
    Set<Object> all = new LinkedHashSet<>();
    classes.stream().forEach(number -> all.addAll(elements.get(number)));
    return all;
  }

  boolean isWithin(int inner, int outer) {
    BitSet rest = (BitSet) sets.get(inner).clone();
    rest.andNot(sets.get(outer));
    return rest.isEmpty();
  }

  /** The smaller sets within a set, the largest first. */
  List<Integer> subsets(int set) {
    if (subsets.get(set) == null) {
      List<Integer> within = new ArrayList<>();
      for (int other = 0; other < sets.size(); other++) {
        if (other != set && isWithin(other, set)) {
          within.add(other);
        }
      }
      within.sort(Comparator.comparingInt(s -> -sets.get(s).cardinality()));
      subsets.set(set, within);
    }
    return subsets.get(set);
  }

  /**
   * Disjoint sets among these that make up a set, the largest taken first; empty if that does not
   * work out.
   *
   * @param some subsets of the set, the largest first
   */
  List<Integer> parts(int set, List<Integer> some) {
    BitSet rest = (BitSet) sets.get(set).clone();
    List<Integer> parts = new ArrayList<>();
    for (int part : some) {
      BitSet outside = (BitSet) sets.get(part).clone();
      outside.andNot(rest);
      if (outside.isEmpty()) {
        parts.add(part);
        rest.andNot(sets.get(part));
      }
    }
    return rest.isEmpty() ? parts : List.of();
  }
}
