package se.samsyn.demo.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.demo.world.Child;

/** The true figures of one agency's table: measure, then the codes of the cell, then the number. */
final class Tally {
  private final Map<String, Map<List<String>, Long>> figures = new HashMap<>();

  /** Distinct children per cell, and sums. */
  static Tally ofPersons(List<Fact> facts, Set<Integer> multipleDimensions) {
    Tally tally = new Tally();
    Map<String, Map<List<String>, Set<Child>>> persons = new HashMap<>();
    Map<Child, List<String>> first = new HashMap<>();
    facts.stream()
        .sorted(Comparator.comparing(Fact::date))
        .forEach(
            fact -> {
              List<String> classes = new ArrayList<>(fact.classes());
              List<String> decided = first.computeIfAbsent(fact.child(), c -> fact.classes());
              for (int d = 0; d < classes.size(); d++) {
                if (!multipleDimensions.contains(d)) {
                  classes.set(d, decided.get(d));
                }
              }
              for (List<String> cell : cellsOver(classes)) {
                for (String count : fact.counts()) {
                  persons
                      .computeIfAbsent(count, c -> new HashMap<>())
                      .computeIfAbsent(cell, c -> new HashSet<>())
                      .add(fact.child());
                }
                fact.amounts().forEach((sum, amount) -> tally.add(sum, cell, amount));
              }
            });
    persons.forEach(
        (count, cells) ->
            cells.forEach((cell, children) -> tally.add(count, cell, children.size())));
    return tally;
  }

  /** Adds {@code number} in the cell of {@code classes} and in all totals over it. */
  void addGiven(String measure, List<String> classes, long number) {
    cellsOver(classes).forEach(cell -> add(measure, cell, number));
  }

  /** The number in a cell; where nothing happened it is zero. */
  long figure(String measure, List<String> cell) {
    return figures.getOrDefault(measure, Map.of()).getOrDefault(cell, 0L);
  }

  private void add(String measure, List<String> cell, long number) {
    figures.computeIfAbsent(measure, m -> new HashMap<>()).merge(cell, number, Long::sum);
  }

  /** The cell itself and every total that it is part of. */
  private static List<List<String>> cellsOver(List<String> classes) {
    List<List<String>> cells = new ArrayList<>(List.of(List.of()));
    for (String code : classes) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> cell : cells) {
        for (String node : List.of("_T", code)) {
          List<String> next = new ArrayList<>(cell);
          next.add(node);
          longer.add(List.copyOf(next));
        }
      }
      cells = longer;
    }
    return cells;
  }
}
