package se.samsyn.schemas.sealed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one order of a collection's nodes: units in preorder; in each its total, then the classes of
 * each attribute that is shown there, in preorder without the root, which is that total.
 */
public final class NodeOrder {
  private final List<UnitNodes> units;
  private final Map<String, UnitNodes> byUnit = new HashMap<>();
  private final List<Map<String, Integer>> positions = new ArrayList<>();
  private final int size;

  /**
   * A unit and where its nodes begin.
   *
   * @param total the index of the unit's total
   * @param firstClass for each attribute of the manifest the index of its first class below the
   *     root, or -1 where it is not shown
   */
  public record UnitNodes(Tree unit, int total, int[] firstClass) {}

  public NodeOrder(SealedManifest manifest) {
    List<SealedAttribute> attributes = manifest.attributes();
    List<Integer> classes = new ArrayList<>();
    for (SealedAttribute attribute : attributes) {
      Map<String, Integer> position = new HashMap<>();
      attribute.classes().preorder().forEach(c -> position.put(c.code(), position.size()));
      positions.add(position);
      classes.add(position.size() - 1);
    }
    List<UnitNodes> nodes = new ArrayList<>();
    Deque<Seen> open = new ArrayDeque<>();
    open.push(new Seen(manifest.units(), new boolean[attributes.size()]));
    int next = 0;
    while (!open.isEmpty()) {
      Seen seen = open.pop();
      boolean[] shown = seen.shown.clone();
      int total = next++;
      int[] first = new int[attributes.size()];
      for (int a = 0; a < first.length; a++) {
        shown[a] |= attributes.get(a).startUnit().equals(seen.unit.code());
        first[a] = shown[a] ? next : -1;
        next += shown[a] ? classes.get(a) : 0;
      }
      UnitNodes unit = new UnitNodes(seen.unit, total, first);
      nodes.add(unit);
      byUnit.put(seen.unit.code(), unit);
      for (int i = seen.unit.parts().size() - 1; i >= 0; i--) {
        open.push(new Seen(seen.unit.parts().get(i), shown));
      }
    }
    units = List.copyOf(nodes);
    size = next;
  }

  private record Seen(Tree unit, boolean[] shown) {}

  public int size() {
    return size;
  }

  /** In preorder. */
  public List<UnitNodes> units() {
    return units;
  }

  /** The index of a unit's total. */
  public int total(String unit) {
    return byUnit.get(unit).total();
  }

  /**
   * The index of a class in a unit; of the attribute's root, the unit's total.
   *
   * @throws IllegalArgumentException when the attribute is not shown in the unit
   */
  public int node(String unit, int attribute, String clazz) {
    int position = positions.get(attribute).get(clazz);
    if (position == 0) {
      return total(unit);
    }
    int first = byUnit.get(unit).firstClass()[attribute];
    if (first < 0) {
      throw new IllegalArgumentException("attribute " + attribute + " is not shown in " + unit);
    }
    return first + position - 1;
  }
}
