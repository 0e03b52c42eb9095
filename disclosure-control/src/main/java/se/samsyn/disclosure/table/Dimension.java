package se.samsyn.disclosure.table;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A spanning variable of a table.
 *
 * @param root the total; its nodes are the classes
 */
public record Dimension(String id, Kind kind, Node root) {
  /** Whether a person has one class of the dimension or may have several. */
  public enum Kind {
    /** Parts add up to their total. */
    SINGLE,
    /** max(parts) &lt;= total &lt;= sum(parts), for counts of distinct persons. */
    MULTIPLE
  }

  public Dimension {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(root, "root");
    Set<String> seen = new HashSet<>();
    root.preorder()
        .forEach(
            node -> {
              if (!seen.add(node.code())) {
                throw new IllegalArgumentException(
                    "dimension " + id + ": code " + node.code() + " comes twice");
              }
            });
  }

  /** All nodes in the order of the table: the total first, parents before parts. */
  public List<Node> nodes() {
    return root.preorder().toList();
  }
}
