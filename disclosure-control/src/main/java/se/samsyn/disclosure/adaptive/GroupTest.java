package se.samsyn.disclosure.adaptive;

import java.util.List;

/**
 * Whether all nodes of a group are safe. Asked of plain counts, or of parties who do not see them
 * (a sealed collection); only this one bit of a group is ever learnt.
 */
@FunctionalInterface
public interface GroupTest {
  boolean isSafe(List<OpenNode> group);

  /** Plain counts, where no contributor is an attacker: safe iff nobody, or at least k + 1. */
  static GroupTest counts(Counts counts, int k) {
    return group -> group.stream().mapToLong(counts::of).allMatch(n -> n == 0 || n >= k + 1L);
  }

  /** The true count of each node. */
  @FunctionalInterface
  interface Counts {
    long of(OpenNode node);
  }
}
