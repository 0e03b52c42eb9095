package se.samsyn.disclosure.table;

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
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::preorder));
  }
}
