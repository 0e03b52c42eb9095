package se.samsyn.sealed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.AdaptiveResolution.Group;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;

/**
 * Every group that the engine's walk asks for when everything is safe, in its order, by indices of
 * nodes.
 */
final class AllGroups {
  private final List<int[]> members = new ArrayList<>();
  private final int[] parents;

  /** For each node the groups that it is a parent of. */
  private final int[][] below;

  private AllGroups(int groups, int nodes) {
    parents = new int[groups];
    below = new int[nodes][];
  }

  static AllGroups of(SealedManifest manifest) {
    NodeOrder order = new NodeOrder(manifest);
    Map<String, Integer> numbers = new HashMap<>();
    manifest.attributes().forEach(a -> numbers.put(a.id(), numbers.size()));
    List<Group> groups =
        AdaptiveResolution.resolve(
                node(manifest.units()),
                manifest.attributes().stream()
                    .map(a -> new Attribute(a.id(), node(a.classes()), a.startUnit()))
                    .toList(),
                group -> true)
            .groups();
    AllGroups all = new AllGroups(groups.size(), order.size());
    List<int[]> above = new ArrayList<>();
    int[] children = new int[order.size()];
    for (Group group : groups) {
      all.members.add(indices(order, numbers, group.members()));
      int[] nodes = indices(order, numbers, group.parents());
      all.parents[above.size()] = nodes.length;
      above.add(nodes);
      for (int node : nodes) {
        children[node]++;
      }
    }
    for (int node = 0; node < children.length; node++) {
      all.below[node] = new int[children[node]];
    }
    for (int number = 0; number < above.size(); number++) {
      for (int node : above.get(number)) {
        all.below[node][--children[node]] = number;
      }
    }
    return all;
  }

  /** For each group how many parents it has. */
  int[] parents() {
    return parents.clone();
  }

  int[] members(int group) {
    return members.get(group);
  }

  int[] below(int node) {
    return below[node];
  }

  private static int[] indices(
      NodeOrder order, Map<String, Integer> attributes, List<OpenNode> nodes) {
    return nodes.stream()
        .mapToInt(
            node ->
                node.attribute().isEmpty()
                    ? order.total(node.unit())
                    : order.node(node.unit(), attributes.get(node.attribute().get()), node.clazz()))
        .toArray();
  }

  /** The engine's own tree, whose parts are made before their wholes. */
  private static Node node(Tree tree) {
    List<Tree> order = tree.preorder();
    Map<Tree, Node> made = new IdentityHashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Tree each = order.get(i);
      made.put(each, new Node(each.code(), each.parts().stream().map(made::get).toList()));
    }
    return made.get(tree);
  }
}
