package se.samsyn.aggregator.sealed;

import java.util.ArrayList;
import java.util.List;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;

/** One agency's persons in the clear, each with an amount, counted in every node. */
public final class PlainPersons {
  private final SealedManifest manifest;
  private final NodeOrder order;
  private final long[] counts;
  private final long[] amounts;
  private final long[] largest;

  public PlainPersons(SealedManifest manifest) {
    this.manifest = manifest;
    this.order = new NodeOrder(manifest);
    this.counts = new long[order.size()];
    this.amounts = new long[order.size()];
    this.largest = new long[order.size()];
  }

  /**
   * Adds persons of one kind.
   *
   * @param clazz of the one attribute
   */
  public PlainPersons add(int persons, String unit, String clazz, long amount) {
    SealedAttribute attribute = manifest.attributes().get(0);
    List<Integer> nodes = new ArrayList<>();
    for (String around : path(manifest.units(), unit)) {
      for (String in : path(attribute.classes(), clazz)) {
        nodes.add(order.node(around, 0, in));
      }
    }
    for (int node : nodes) {
      counts[node] += persons;
      amounts[node] += persons * amount;
      largest[node] = Math.max(largest[node], persons > 0 ? amount : 0);
    }
    return this;
  }

  private static List<String> path(Tree tree, String leaf) {
    if (tree.isLeaf()) {
      return tree.code().equals(leaf) ? List.of(leaf) : List.of();
    }
    for (Tree part : tree.parts()) {
      List<String> below = path(part, leaf);
      if (!below.isEmpty()) {
        List<String> all = new ArrayList<>(List.of(tree.code()));
        all.addAll(below);
        return all;
      }
    }
    return List.of();
  }

  /** The persons, or their amounts (family 1). */
  long value(int family, int node) {
    return family == 0 ? counts[node] : amounts[node];
  }

  /** Whether one person has more than 80 % of the amount, or fewer than two stand behind it. */
  boolean isDominated(int node) {
    return counts[node] > 0
        && (counts[node] < 2 || amounts[node] == 0 || largest[node] * 100 > amounts[node] * 80);
  }
}
