package se.samsyn.sealed;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import se.samsyn.schemas.sealed.SealedManifest;

/**
 * Adaptive resolution by public bits, level by level: which groups are to be tested next, and in
 * the end which nodes are open. Family 0 is that of the counts; each magnitude has its own, whose
 * groups are tested only where those of the counts are open. A function of the manifest and the
 * bits, which anybody recomputes. Each group is looked at once, however many levels there are.
 */
public final class GroupWalk {
  private static final Comparator<GroupName> IN_ORDER =
      Comparator.comparingInt(GroupName::family).thenComparingInt(GroupName::number);

  private final AllGroups groups;
  private final List<Family> families = new ArrayList<>();
  private final List<Boolean> settledBits = new ArrayList<>();
  private List<GroupName> wanted = List.of(new GroupName(0, 0));

  /** A group in one family; its number is its place in the walk when everything is safe. */
  public record GroupName(int family, int number) {}

  /**
   * How far one family has come.
   *
   * @param closedParents for each group how many of its parents are not open
   * @param safe the groups that are open
   * @param nodes the nodes that are open
   */
  private record Family(int[] closedParents, BitSet safe, BitSet nodes) {}

  public GroupWalk(SealedManifest manifest) {
    groups = AllGroups.of(manifest);
    for (int family = 0; family <= manifest.magnitudes().size(); family++) {
      families.add(new Family(groups.parents(), new BitSet(), new BitSet()));
    }
  }

  /** The groups whose parents are all open and that are not tested yet, in the walk's order. */
  public List<GroupName> wanted() {
    return wanted;
  }

  /** Whether there is nothing left to test. */
  public boolean isDone() {
    return wanted.isEmpty();
  }

  /** The indices of a group's members. */
  public int[] members(GroupName group) {
    return groups.members(group.number());
  }

  /**
   * The bits of the groups that were wanted.
   *
   * @param safe one for each, in the same order
   */
  public void settle(boolean[] safe) {
    List<GroupName> next = new ArrayList<>();
    for (int i = 0; i < safe.length; i++) {
      settledBits.add(safe[i]);
      if (safe[i]) {
        open(wanted.get(i), next);
      }
    }
    next.sort(IN_ORDER);
    wanted = List.copyOf(next);
  }

  /** The public bits so far, in the order in which they were settled. */
  public List<Boolean> settledBits() {
    return List.copyOf(settledBits);
  }

  /** The open nodes of a family. */
  public BitSet open(int family) {
    return (BitSet) families.get(family).nodes.clone();
  }

  private void open(GroupName group, List<GroupName> next) {
    Family family = families.get(group.family());
    family.safe.set(group.number());
    for (int node : groups.members(group.number())) {
      family.nodes.set(node);
      for (int below : groups.below(node)) {
        family.closedParents[below]--;
        if (group.family() == 0 || families.get(0).safe.get(below)) {
          wantIfParentsAreOpen(group.family(), below, next);
        }
      }
    }
    if (group.family() == 0) {
      for (int magnitude = 1; magnitude < families.size(); magnitude++) {
        wantIfParentsAreOpen(magnitude, group.number(), next);
      }
    }
  }

  private void wantIfParentsAreOpen(int family, int number, List<GroupName> next) {
    if (families.get(family).closedParents[number] == 0) {
      next.add(new GroupName(family, number));
    }
  }
}
