package se.samsyn.schemas.sealed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * A unit or a class with its parts.
 *
 * @param parts empty for a leaf
 */
public record Tree(String code, List<Tree> parts) {
  public Tree {
    Objects.requireNonNull(code, "code");
    parts = List.copyOf(parts);
  }

  public static Tree leaf(String code) {
    return new Tree(code, List.of());
  }

  public static Tree of(String code, Tree... parts) {
    return new Tree(code, List.of(parts));
  }

  public boolean isLeaf() {
    return parts.isEmpty();
  }

  /** This node and all below, parents before parts, of trees of any depth. */
  public List<Tree> preorder() {
    List<Tree> order = new ArrayList<>();
    Deque<Tree> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Tree node = open.pop();
      order.add(node);
      for (int i = node.parts.size() - 1; i >= 0; i--) {
        open.push(node.parts.get(i));
      }
    }
    return order;
  }

  /** The leaves at and below this node, in order. */
  public List<Tree> leaves() {
    return preorder().stream().filter(Tree::isLeaf).toList();
  }
}
