package se.samsyn.disclosure.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The axes of some extents, and each extent as one set per axis. */
final class Grid {
  /** Stands for classes of a dimension that no table shows. */
  private static final String OTHER = "\0other";

  /** So many are numbered in one array: some hundred megabytes. */
  private static final long MOST_ATOMS = 1L << 24;

  /** The number of the axis of agencies. */
  static final int AGENCIES = 0;

  private final List<Axis> axes = new ArrayList<>();
  private final List<AxisSets> sets = new ArrayList<>();
  private final List<LocalDate> cuts;
  private final Map<String, Set<String>> everything = new HashMap<>();

  /**
   * @param domains per dimension all classes that there are, where that is known
   */
  Grid(Collection<Extent> extents, Map<String, Set<String>> domains) {
    cuts =
        extents.stream()
            .flatMap(e -> List.of(e.window().from(), e.window().until()).stream())
            .distinct()
            .sorted()
            .toList();
    Set<String> dimensions = new TreeSet<>();
    extents.forEach(extent -> dimensions.addAll(extent.classes().keySet()));
    for (String dimension : dimensions) {
      Set<String> all = new LinkedHashSet<>(domains.getOrDefault(dimension, Set.of(OTHER)));
      extents.stream()
          .map(e -> e.classes().getOrDefault(dimension, Set.of()))
          .distinct()
          .forEach(all::addAll);
      everything.put(dimension, all);
    }
    axes.add(Axis.AGENCIES);
    axes.add(Axis.PERIOD);
    dimensions.forEach(dimension -> axes.add(Axis.dimension(dimension)));
    for (Axis axis : axes) {
      sets.add(new AxisSets(extents.stream().map(e -> raw(axis, e)).collect(Collectors.toSet())));
    }
  }

  List<Axis> axes() {
    return axes;
  }

  AxisSets sets(int axis) {
    return sets.get(axis);
  }

  /** The sets of an extent, by axis. */
  List<Integer> place(Extent extent) {
    List<Integer> place = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      place.add(sets.get(axis).id(raw(axes.get(axis), extent)));
    }
    return place;
  }

  /** The extent that holds these classes of each axis; what holds all of a dimension names none. */
  Extent extent(List<BitSet> classes) {
    Set<Contribution> contributions = new HashSet<>();
    Map<String, Set<String>> named = new HashMap<>();
    Window window = null;
    for (int axis = 0; axis < axes.size(); axis++) {
      Set<Object> elements = sets.get(axis).elements(classes.get(axis));
      if (axes.get(axis) instanceof Axis.Dimension dimension) {
        Set<String> some = elements.stream().map(String.class::cast).collect(Collectors.toSet());
        if (!some.equals(everything.get(dimension.id()))) {
          named.put(dimension.id(), some);
        }
      } else if (axes.get(axis) instanceof Axis.Period) {
        TreeSet<LocalDate> starts =
            elements.stream()
                .map(LocalDate.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
        window = new Window(starts.first(), cuts.get(cuts.indexOf(starts.last()) + 1));
      } else {
        elements.forEach(element -> contributions.add((Contribution) element));
      }
    }
    return new Extent(contributions, Objects.requireNonNull(window), named);
  }

  private Set<?> raw(Axis axis, Extent extent) {
    if (axis instanceof Axis.Dimension dimension) {
      Set<String> named = extent.classes().get(dimension.id());
      return named == null ? everything.get(dimension.id()) : named;
    }
    if (axis instanceof Axis.Period) {
      int from = cuts.indexOf(extent.window().from());
      return new HashSet<>(cuts.subList(from, cuts.indexOf(extent.window().until())));
    }
    return extent.contributions();
  }

  /** All atoms of a place, numbered over the classes of some axes. */
  int[] atoms(List<Integer> place, List<Integer> along) {
    int[] atoms = {0};
    for (int axis : along) {
      int[] classes = sets.get(axis).classes(place.get(axis)).stream().toArray();
      int count = sets.get(axis).classes();
      int[] finer = new int[Math.multiplyExact(atoms.length, classes.length)];
      int at = 0;
      for (int atom : atoms) {
        for (int number : classes) {
          finer[at++] = atom * count + number;
        }
      }
      atoms = finer;
    }
    return atoms;
  }

  /**
   * How many atoms there are over the classes of some axes.
   *
   * @throws IllegalArgumentException if there are too many to look at
   */
  int atomCount(List<Integer> along) {
    long count = 1;
    for (int axis : along) {
      count *= sets.get(axis).classes();
      if (count > MOST_ATOMS) {
        throw new IllegalArgumentException(
            "the releases tell too many groups apart to be checked together; "
                + "check fewer dimensions");
      }
    }
    return (int) count;
  }

  /** The class of each of some axes that an atom has. */
  int[] position(int atom, List<Integer> along) {
    int[] position = new int[along.size()];
    int rest = atom;
    for (int i = along.size() - 1; i >= 0; i--) {
      int count = sets.get(along.get(i)).classes();
      position[i] = rest % count;
      rest /= count;
    }
    return position;
  }
}
