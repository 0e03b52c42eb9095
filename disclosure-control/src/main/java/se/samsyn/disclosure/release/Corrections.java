package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds record sets before and after a correction, whether figures show them or only add up to
 * them. What lies between is a group of persons: those who were added or left out.
 */
final class Corrections {
  private final Grid grid;
  private final Layer layer;
  private final List<Integer> along;

  /** Receives two places that differ by revision alone. */
  @FunctionalInterface
  interface Visitor {
    void visit(Layer layer, List<Integer> now, List<Integer> then);
  }

  /** What takes the place of what, as sets of contributions. */
  private record Step(int after, int before) {}

  /**
   * @param along the axes along which figures add up
   */
  Corrections(Grid grid, Layer layer, List<Integer> along) {
    this.grid = grid;
    this.layer = layer;
    this.along = along;
  }

  void relate(Visitor visitor) {
    Map<Integer, Set<List<Integer>>> placesOf = new HashMap<>();
    for (Layer.Cell cell : layer.cells().values()) {
      placesOf
          .computeIfAbsent(cell.place().get(Grid.AGENCIES), set -> new LinkedHashSet<>())
          .add(with(cell.place(), Grid.AGENCIES, -1));
    }
    Map<Step, Set<List<Integer>>> steps = new LinkedHashMap<>();
    List<Integer> sets = placesOf.keySet().stream().sorted().toList();
    for (int now : sets) {
      for (int then : sets) {
        step(now, then)
            .ifPresent(
                step -> {
                  Set<List<Integer>> places =
                      steps.computeIfAbsent(step, s -> new LinkedHashSet<>());
                  places.addAll(placesOf.get(now));
                  places.addAll(placesOf.get(then));
                });
      }
    }
    steps.forEach(
        (step, places) ->
            refined(places)
                .forEach(
                    place ->
                        visitor.visit(
                            layer,
                            with(place, Grid.AGENCIES, step.after()),
                            with(place, Grid.AGENCIES, step.before()))));
  }

  private Optional<Step> step(int now, int then) {
    BitSet added = difference(now, then);
    BitSet dropped = difference(then, now);
    Set<String> corrected =
        later(contributions(added), contributions(dropped)).stream()
            .map(Contribution::agency)
            .collect(Collectors.toSet());
    if (corrected.isEmpty()) {
      return Optional.empty();
    }
    BitSet after = only(added, corrected);
    BitSet before = only(dropped, corrected);
    boolean apart = !after.isEmpty() && !before.isEmpty();
    // What no figure tells apart from the correction is taken together with it.
    return Optional.of(
        new Step(
            grid.sets(Grid.AGENCIES).id(apart ? after : added),
            grid.sets(Grid.AGENCIES).id(apart ? before : dropped)));
  }

  /**
   * These places, and what is left of each without others: changes are subtracted from each other
   * as groups are, but what is small of a signed number says nothing of its parts.
   */
  private Set<List<Integer>> refined(Set<List<Integer>> places) {
    Set<List<Integer>> all = new LinkedHashSet<>(places);
    for (int axis : along) {
      if (axis != Grid.AGENCIES) {
        Map<List<Integer>, Set<Integer>> families = new LinkedHashMap<>();
        for (List<Integer> place : all) {
          families
              .computeIfAbsent(with(place, axis, -1), p -> new HashSet<>())
              .add(place.get(axis));
        }
        families.forEach(
            (others, sets) -> finest(axis, sets).forEach(s -> all.add(with(others, axis, s))));
      }
    }
    return all;
  }

  /** The sets of classes that some sets hold or leave together. */
  private Collection<Integer> finest(int axis, Set<Integer> sets) {
    Map<Set<Integer>, BitSet> finest = new LinkedHashMap<>();
    for (int number = 0; number < grid.sets(axis).classes(); number++) {
      int at = number;
      Set<Integer> holders =
          sets.stream()
              .filter(set -> grid.sets(axis).classes(set).get(at))
              .collect(Collectors.toSet());
      if (!holders.isEmpty()) {
        finest.computeIfAbsent(holders, h -> new BitSet()).set(number);
      }
    }
    return finest.values().stream().map(grid.sets(axis)::id).toList();
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

  private BitSet difference(int a, int b) {
    BitSet difference = (BitSet) grid.sets(Grid.AGENCIES).classes(a).clone();
    difference.andNot(grid.sets(Grid.AGENCIES).classes(b));
    return difference;
  }

  private Set<Contribution> contributions(BitSet classes) {
    return grid.sets(Grid.AGENCIES).elements(classes).stream()
        .map(Contribution.class::cast)
        .collect(Collectors.toSet());
  }

  /** The classes that hold these agencies and no other. */
  private BitSet only(BitSet classes, Set<String> some) {
    BitSet only = new BitSet();
    classes.stream()
        .filter(
            number -> {
              BitSet one = new BitSet();
              one.set(number);
              return contributions(one).stream().allMatch(c -> some.contains(c.agency()));
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
