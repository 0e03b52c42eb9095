package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds figures of one record set before and after a correction. What lies between them is a group
 * of persons: those who were added or left out.
 */
final class Corrections {
  private final Grid grid;
  private final Layer layer;
  private final Set<List<List<Integer>>> seen = new HashSet<>();

  /** Receives two places that differ by revision alone. */
  @FunctionalInterface
  interface Visitor {
    void visit(Layer layer, List<Integer> now, List<Integer> then);
  }

  Corrections(Grid grid, Layer layer) {
    this.grid = grid;
    this.layer = layer;
  }

  void relate(Visitor visitor) {
    int axis = grid.axes().indexOf(Axis.AGENCIES);
    List<List<List<Integer>>> found = new ArrayList<>();
    for (List<Layer.Cell> family : layer.alongside(axis).values()) {
      for (Layer.Cell now : family) {
        for (Layer.Cell then : family) {
          if (now != then) {
            find(axis, now.place(), then.place(), found);
          }
        }
      }
    }
    found.forEach(pair -> visitor.visit(layer, pair.get(0), pair.get(1)));
  }

  private void find(
      int axis, List<Integer> now, List<Integer> then, List<List<List<Integer>>> found) {
    BitSet added = difference(axis, now, then);
    BitSet dropped = difference(axis, then, now);
    Set<String> corrected =
        later(contributions(axis, added), contributions(axis, dropped)).stream()
            .map(Contribution::agency)
            .collect(Collectors.toSet());
    BitSet after = only(axis, added, corrected);
    BitSet before = only(axis, dropped, corrected);
    if (corrected.isEmpty() || after.isEmpty() || before.isEmpty()) {
      return;
    }
    List<List<Integer>> pair =
        List.of(
            with(now, axis, grid.sets(axis).id(after)),
            with(then, axis, grid.sets(axis).id(before)));
    if (seen.add(pair)) {
      found.add(pair);
    }
  }

  /** Contributions of which there is an earlier revision among others. */
  private static Set<Contribution> later(Set<Contribution> some, Set<Contribution> others) {
    return some.stream()
        .filter(
            c ->
                others.stream()
                    .anyMatch(o -> o.agency().equals(c.agency()) && o.revision() < c.revision()))
        .collect(Collectors.toSet());
  }

  private BitSet difference(int axis, List<Integer> a, List<Integer> b) {
    BitSet difference = (BitSet) grid.sets(axis).classes(a.get(axis)).clone();
    difference.andNot(grid.sets(axis).classes(b.get(axis)));
    return difference;
  }

  private Set<Contribution> contributions(int axis, BitSet classes) {
    return grid.sets(axis).elements(classes).stream()
        .map(Contribution.class::cast)
        .collect(Collectors.toSet());
  }

  /** The classes that hold these agencies and no other. */
  private BitSet only(int axis, BitSet classes, Set<String> agencies) {
    BitSet only = new BitSet();
    classes.stream()
        .filter(
            number -> {
              BitSet one = new BitSet();
              one.set(number);
              return contributions(axis, one).stream().allMatch(c -> agencies.contains(c.agency()));
            })
        .forEach(only::set);
    return only;
  }

  private static List<Integer> with(List<Integer> place, int axis, int set) {
    List<Integer> other = new ArrayList<>(place);
    other.set(axis, set);
    return List.copyOf(other);
  }
}
