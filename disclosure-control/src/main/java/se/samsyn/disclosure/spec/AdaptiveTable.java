package se.samsyn.disclosure.spec;

import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.GroupTest;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;

/**
 * What adaptive resolution asks of a specification.
 *
 * @param k a count is safe from k + 1 on
 * @param units the unit tree
 * @param total the count of everybody
 * @param tables by attribute the counts of its classes in all units
 */
public record AdaptiveTable(
    int k, Node units, List<Attribute> attributes, UnitTable total, Map<String, UnitTable> tables)
    implements GroupTest.Counts {
  public AdaptiveTable {
    attributes = List.copyOf(attributes);
    tables = Map.copyOf(tables);
  }

  @Override
  public long of(OpenNode node) {
    return node.attribute().isEmpty()
        ? total.count(node.unit(), ClassTree.TOTAL)
        : tables.get(node.attribute().get()).count(node.unit(), node.clazz());
  }

  /** How many nodes there are: the units, and per attribute its classes in each. */
  public long nodes() {
    long units = total.units();
    return units + tables.values().stream().mapToLong(t -> units * (t.classes() - 1L)).sum();
  }

  /** Counts by unit and class. */
  @SuppressWarnings("ArrayRecordComponent")
  public record UnitTable(CodedCube cube, long[] counts) {
    long count(String unit, String clazz) {
      return counts[cube.cube().index(cube.position(0, unit), cube.position(1, clazz))];
    }

    int units() {
      return cube.cube().nodes(0).size();
    }

    int classes() {
      return cube.cube().nodes(1).size();
    }
  }
}
