package se.samsyn.agent.sealed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes as sets of atoms and the groups of the walk, from the table in docs/sealed-collection.md
 * and not from the code: a halved tree of units by two attributes with halved classes.
 *
 * @param atoms unit by class of the first attribute by class of the second, at most 64
 * @param nodes for each node its atoms
 */
record SealedShape(int atoms, List<Long> nodes, List<Group> groups) {
  /** Nodes that are tested together, and those that must be open first. */
  record Group(List<Integer> parents, List<Integer> members) {}

  /** Units or classes from one (inclusive) to another (exclusive). */
  private record Span(int from, int to) {
    List<Span> parts() {
      int middle = (from + to) / 2;
      return to - from == 1 ? List.of() : List.of(new Span(from, middle), new Span(middle, to));
    }
  }

  static SealedShape of(int units, int first, int second) {
    return new Maker(units, first, second).make();
  }

  private static final class Maker {
    private final int[] sizes;
    private final List<Long> nodes = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    Maker(int... sizes) {
      this.sizes = sizes;
    }

    SealedShape make() {
      Span root = new Span(0, sizes[0]);
      groups.add(new Group(List.of(), List.of(total(root))));
      for (int attribute = 1; attribute <= 2; attribute++) {
        split(root, attribute, new Span(0, sizes[attribute]));
      }
      units(root);
      return new SealedShape(sizes[0] * sizes[1] * sizes[2], nodes, groups);
    }

    private void units(Span unit) {
      if (unit.parts().isEmpty()) {
        return;
      }
      groups.add(new Group(List.of(total(unit)), unit.parts().stream().map(this::total).toList()));
      for (int attribute = 1; attribute <= 2; attribute++) {
        pushDown(unit, attribute, new Span(0, sizes[attribute]));
      }
      unit.parts().forEach(this::units);
    }

    private void split(Span unit, int attribute, Span clazz) {
      if (!clazz.parts().isEmpty()) {
        groups.add(
            new Group(
                List.of(node(unit, attribute, clazz)),
                clazz.parts().stream().map(c -> node(unit, attribute, c)).toList()));
        clazz.parts().forEach(c -> split(unit, attribute, c));
      }
    }

    private void pushDown(Span unit, int attribute, Span clazz) {
      if (clazz.parts().isEmpty()) {
        return;
      }
      List<Integer> parents = new ArrayList<>();
      List<Integer> members = new ArrayList<>();
      for (Span part : unit.parts()) {
        parents.add(node(part, attribute, clazz));
        clazz.parts().forEach(c -> members.add(node(part, attribute, c)));
      }
      clazz.parts().forEach(c -> parents.add(node(unit, attribute, c)));
      groups.add(new Group(parents, members));
      clazz.parts().forEach(c -> pushDown(unit, attribute, c));
    }

    private int total(Span unit) {
      return node(unit, 1, new Span(0, sizes[1]));
    }

    private int node(Span unit, int attribute, Span clazz) {
      long set = 0;
      for (int atom = 0; atom < sizes[0] * sizes[1] * sizes[2]; atom++) {
        int of = attribute == 1 ? atom / sizes[2] % sizes[1] : atom % sizes[2];
        int in = atom / sizes[2] / sizes[1];
        if (in >= unit.from && in < unit.to && of >= clazz.from && of < clazz.to) {
          set |= 1L << atom;
        }
      }
      return numbers.computeIfAbsent(
          set,
          s -> {
            nodes.add(s);
            return nodes.size() - 1;
          });
    }
  }
}
