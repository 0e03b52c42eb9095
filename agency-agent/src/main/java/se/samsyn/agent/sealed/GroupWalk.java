package se.samsyn.agent.sealed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.GroupTest;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;

/**
 * Adaptive resolution by public bits, level by level: which groups are to be tested next, and in
 * the end which nodes are open. Family 0 is that of the counts; each magnitude has its own, whose
 * groups are tested only where those of the counts are open. A function of the manifest and the
 * bits, which anybody recomputes.
 */
public final class GroupWalk {
  private final Node units;
  private final List<Attribute> attributes;
  private final List<int[]> groups = new ArrayList<>();
  private final Map<OpenNode, Integer> groupOf = new HashMap<>();
  private final List<Boolean[]> bits = new ArrayList<>();
  private final List<GroupName> settled = new ArrayList<>();
  private List<GroupName> wanted;

  /** A group of nodes in one family. */
  record GroupName(int family, int number) {}

  public GroupWalk(SealedManifest manifest) {
    NodeOrder order = new NodeOrder(manifest);
    units = node(manifest.units());
    attributes =
        manifest.attributes().stream()
            .map(a -> new Attribute(a.id(), node(a.classes()), a.startUnit()))
            .toList();
    Map<String, Integer> attributeNumbers = new HashMap<>();
    attributes.forEach(a -> attributeNumbers.put(a.id(), attributeNumbers.size()));
    // Were everything safe, every group would be asked for: once, so a member names its group.
    resolve(
        members -> {
          groupOf.put(members.get(0), groups.size());
          groups.add(
              members.stream()
                  .mapToInt(
                      m ->
                          m.attribute().isEmpty()
                              ? order.total(m.unit())
                              : order.node(
                                  m.unit(), attributeNumbers.get(m.attribute().get()), m.clazz()))
                  .toArray());
          return true;
        });
    for (int family = 0; family <= manifest.magnitudes().size(); family++) {
      bits.add(new Boolean[groups.size()]);
    }
    wanted = next();
  }

  /** The groups whose parents are all open and that are not tested yet, in the walk's order. */
  List<GroupName> wanted() {
    return wanted;
  }

  /** Whether there is nothing left to test. */
  public boolean isDone() {
    return wanted.isEmpty();
  }

  /** The indices of a group's members. */
  int[] members(GroupName group) {
    return groups.get(group.number());
  }

  /**
   * The bits of the groups that were wanted.
   *
   * @param safe one for each, in the same order
   */
  void settle(boolean[] safe) {
    for (int i = 0; i < safe.length; i++) {
      GroupName group = wanted.get(i);
      bits.get(group.family())[group.number()] = safe[i];
      settled.add(group);
    }
    wanted = next();
  }

  /** The public bits so far, in the order in which they were settled. */
  List<Boolean> settledBits() {
    List<Boolean> all = new ArrayList<>();
    settled.forEach(group -> all.add(bits.get(group.family())[group.number()]));
    return all;
  }

  /** The open nodes of a family. */
  public BitSet open(int family) {
    BitSet open = new BitSet();
    for (int number = 0; number < groups.size(); number++) {
      if (Boolean.TRUE.equals(bits.get(family)[number])) {
        for (int node : groups.get(number)) {
          open.set(node);
        }
      }
    }
    return open;
  }

  private List<GroupName> next() {
    List<GroupName> next = new ArrayList<>();
    for (int family = 0; family < bits.size(); family++) {
      int current = family;
      resolve(members -> isOpen(current, groupOf.get(members.get(0)), next));
    }
    return next;
  }

  private boolean isOpen(int family, int number, List<GroupName> unknown) {
    if (family > 0 && !Boolean.TRUE.equals(bits.get(0)[number])) {
      return false;
    }
    Optional<Boolean> bit = Optional.ofNullable(bits.get(family)[number]);
    if (bit.isEmpty()) {
      unknown.add(new GroupName(family, number));
    }
    return bit.orElse(false);
  }

  private void resolve(GroupTest test) {
    AdaptiveResolution.resolve(units, attributes, test);
  }

  /** The engine's own tree, whose parts are made before their wholes. */
  private static Node node(Tree tree) {
    List<Tree> order = tree.preorder();
    Map<Tree, Node> made = new java.util.IdentityHashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Tree each = order.get(i);
      made.put(each, new Node(each.code(), each.parts().stream().map(made::get).toList()));
    }
    return made.get(tree);
  }
}
