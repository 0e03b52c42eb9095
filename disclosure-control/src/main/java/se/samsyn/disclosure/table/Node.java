package se.samsyn.disclosure.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A class of a dimension with its parts; the root of a dimension is its total. Trees may be of any
 * depth, unbalanced, and may have nodes with a single child.
 *
 * @param code distinct within the dimension
 * @param children empty for a leaf
 */
public record Node(String code, List<Node> children) {
  public Node {
    Objects.requireNonNull(code, "code");
    children = List.copyOf(children);
  }

  public static Node leaf(String code) {
    return new Node(code, List.of());
  }

  public static Node of(String code, Node... children) {
    return new Node(code, List.of(children));
  }

  public boolean isLeaf() {
    return children.isEmpty();
  }

  /** This node and all below, parents before parts. */
  public Stream<Node> preorder() {
    // Without recursion: trees from code lists can be deep.
    List<Node> order = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Node node = open.pop();
      order.add(node);
      for (int i = node.children.size() - 1; i >= 0; i--) {
        open.push(node.children.get(i));
      }
    }
    return order.stream();
  }
}
