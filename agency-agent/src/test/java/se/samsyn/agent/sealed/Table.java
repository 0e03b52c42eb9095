package se.samsyn.agent.sealed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;

/** One agency's plain table, filled person by person. */
public final class Table implements NodeValues {
  private final SealedManifest manifest;
  private final NodeOrder order;
  private final Map<String, List<String>> unitsAbove;
  private final List<Map<String, List<String>>> classesAbove;
  public final long[] counts;
  public final long[][] amounts;
  final long[][] largest;

  Table(SealedManifest manifest) {
    this.manifest = manifest;
    this.order = new NodeOrder(manifest);
    this.unitsAbove = above(manifest.units());
    this.classesAbove =
        manifest.attributes().stream().map(SealedAttribute::classes).map(Table::above).toList();
    counts = new long[order.size()];
    amounts = new long[manifest.magnitudes().size()][order.size()];
    largest = new long[manifest.magnitudes().size()][order.size()];
  }

  /** A person in a leaf unit, with one leaf class of each attribute. */
  void add(String unit, List<String> classes, long... amount) {
    for (String u : unitsAbove.get(unit)) {
      add(order.total(u), amount);
      for (int a = 0; a < classes.size(); a++) {
        if (isShown(u, manifest.attributes().get(a))) {
          for (String c : classesAbove.get(a).get(classes.get(a))) {
            if (!c.equals(manifest.attributes().get(a).classes().code())) {
              add(order.node(u, a, c), amount);
            }
          }
        }
      }
    }
  }

  /** {@code persons} persons at random leaves. */
  void fill(Random random, String unit, int persons) {
    for (int i = 0; i < persons; i++) {
      List<String> classes =
          manifest.attributes().stream()
              .map(a -> a.classes().leaves())
              .map(leaves -> leaves.get(random.nextInt(leaves.size())).code())
              .toList();
      long[] amount = new long[amounts.length];
      for (int q = 0; q < amount.length; q++) {
        amount[q] = 10 + random.nextInt(50);
      }
      add(unit, classes, amount);
    }
  }

  private void add(int node, long[] amount) {
    counts[node]++;
    for (int q = 0; q < amounts.length; q++) {
      amounts[q][node] += amount[q];
      largest[q][node] = Math.max(largest[q][node], amount[q]);
    }
  }

  private boolean isShown(String unit, SealedAttribute attribute) {
    return unitsAbove.get(unit).contains(attribute.startUnit());
  }

  private static Map<String, List<String>> above(Tree tree) {
    Map<String, List<String>> above = new HashMap<>();
    above.put(tree.code(), List.of(tree.code()));
    for (Tree node : tree.preorder()) {
      for (Tree part : node.parts()) {
        List<String> path = new java.util.ArrayList<>(above.get(node.code()));
        path.add(part.code());
        above.put(part.code(), path);
      }
    }
    return above;
  }

  @Override
  public long count(int node) {
    return counts[node];
  }

  @Override
  public long amount(int magnitude, int node) {
    return amounts[magnitude][node];
  }

  @Override
  public boolean dominated(int magnitude, int node) {
    return 2 * largest[magnitude][node] > amounts[magnitude][node];
  }
}
