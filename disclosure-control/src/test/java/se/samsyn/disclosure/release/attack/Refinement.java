package se.samsyn.disclosure.release.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.samsyn.disclosure.release.Axis;
import se.samsyn.disclosure.release.Extent;

/**
 * Everything that the extents tell apart: one box per contribution, stretch of time and class of
 * each dimension, put together where all extents hold or leave them together. Made by counting out
 * all of it, which only small scenes allow.
 */
final class Refinement {
  /** A dimension's classes that nobody names. */
  private static final String REST = "(rest)";

  private final List<LocalDate> cuts;
  private final Map<String, Set<String>> classes = new TreeMap<>();

  /** One finest box, along some of the axes. */
  record Box(Map<Axis, Object> at) {}

  Refinement(Collection<Extent> extents) {
    TreeSet<LocalDate> ends = new TreeSet<>();
    for (Extent extent : extents) {
      ends.add(extent.window().from());
      ends.add(extent.window().until());
      extent
          .classes()
          .forEach(
              (d, some) ->
                  classes.computeIfAbsent(d, x -> new TreeSet<>(Set.of(REST))).addAll(some));
    }
    cuts = List.copyOf(ends);
  }

  Set<Axis> axes() {
    Set<Axis> axes = new LinkedHashSet<>(List.of(Axis.PERIOD));
    classes.keySet().forEach(d -> axes.add(Axis.dimension(d)));
    return axes;
  }

  /** All boxes along some axes, never the agencies. */
  List<Box> boxes(Collection<Axis> along) {
    List<Map<Axis, Object>> boxes = new ArrayList<>(List.of(Map.of()));
    for (Axis axis : along) {
      List<Map<Axis, Object>> finer = new ArrayList<>();
      for (Map<Axis, Object> box : boxes) {
        for (Object element : elements(axis)) {
          Map<Axis, Object> with = new HashMap<>(box);
          with.put(axis, element);
          finer.add(with);
        }
      }
      boxes = finer;
    }
    return boxes.stream().map(Box::new).toList();
  }

  private List<?> elements(Axis axis) {
    return axis instanceof Axis.Dimension d
        ? List.copyOf(classes.get(d.id()))
        : cuts.subList(0, cuts.size() - 1);
  }

  /** Boxes that the same extents hold, together; those that none holds are left out. */
  Map<Set<Extent>, List<Box>> groups(Collection<Axis> along, Collection<Extent> extents) {
    return boxes(along).stream()
        .collect(
            Collectors.groupingBy(
                box ->
                    extents.stream()
                        .filter(e -> holds(e, box))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .filter(e -> !e.getKey().isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** Whether the box is in the extent, as far as the axes of the box go. */
  static boolean holds(Extent extent, Box box) {
    return box.at().entrySet().stream()
        .allMatch(
            e -> {
              if (e.getKey() instanceof Axis.Dimension d) {
                Set<String> named = extent.classes().get(d.id());
                return named == null || named.contains((String) e.getValue());
              }
              LocalDate day = (LocalDate) e.getValue();
              return !day.isBefore(extent.window().from()) && day.isBefore(extent.window().until());
            });
  }

  /** Where a record lies along some axes. */
  Box box(Entry entry, Collection<Axis> along) {
    Map<Axis, Object> at = new HashMap<>();
    for (Axis axis : along) {
      if (axis instanceof Axis.Dimension d) {
        String named = entry.classes().get(d.id());
        at.put(axis, named != null && classes.get(d.id()).contains(named) ? named : REST);
      } else {
        LocalDate start =
            cuts.stream()
                .filter(c -> !c.isAfter(entry.day()))
                .reduce((a, b) -> b)
                .orElse(LocalDate.MIN);
        at.put(axis, start);
      }
    }
    return new Box(at);
  }
}
