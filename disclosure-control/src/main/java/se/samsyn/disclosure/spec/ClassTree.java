package se.samsyn.disclosure.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.table.Node;

/** The tree of a dimension's classes below its total. */
final class ClassTree {
  /** The code of every dimension's total. */
  static final String TOTAL = "_T";

  private ClassTree() {}

  /** Classes written in the specification: a code, or a mapping of one code to its parts. */
  static Node written(JsonNode classes) {
    return new Node(TOTAL, parts(classes));
  }

  private static List<Node> parts(JsonNode classes) {
    List<Node> parts = new ArrayList<>();
    for (JsonNode part : classes) {
      if (part.isTextual()) {
        parts.add(Node.leaf(part.asText()));
      } else {
        part.fields().forEachRemaining(e -> parts.add(new Node(e.getKey(), parts(e.getValue()))));
      }
    }
    return parts;
  }

  /** Codes that were found in the data, in order. */
  static Node flat(Collection<String> codes) {
    return new Node(TOTAL, codes.stream().sorted().map(Node::leaf).toList());
  }

  /**
   * A code list: columns {@code code} and {@code parent}, the latter empty at the top.
   *
   * @throws se.samsyn.disclosure.jj.MalformedInput if a code comes twice, a parent is missing, or
   *     codes are their own parents
   */
  static Node listed(CsvTable file) throws IOException {
    int code = file.column("code");
    int parent = file.column("parent");
    Map<String, List<String>> children = new HashMap<>();
    Map<String, Long> lines = new LinkedHashMap<>();
    Map<String, String> parents = new HashMap<>();
    file.forEach(
        row -> {
          String own = row.text(code);
          String above = row.text(parent).isEmpty() ? TOTAL : row.text(parent);
          if (own.isEmpty() || own.equals(TOTAL) || lines.put(own, row.line()) != null) {
            throw row.fault(code, "each code is expected once, and " + TOTAL + " not at all");
          }
          parents.put(own, above);
          children.computeIfAbsent(above, c -> new ArrayList<>()).add(own);
        });
    parents.forEach(
        (own, above) -> {
          if (!above.equals(TOTAL) && !lines.containsKey(above)) {
            throw Malformed.field(file.name(), lines.get(own), "parent", "there is no such code");
          }
        });
    Map<String, Node> built = new HashMap<>();
    for (String own : fromBelow(children)) {
      built.put(
          own,
          new Node(
              own, children.getOrDefault(own, List.of()).stream().map(built::remove).toList()));
    }
    Node root = built.get(TOTAL);
    if (root.children().isEmpty() || fromBelow(children).size() != lines.size() + 1) {
      throw Malformed.file(file.name(), "codes are their own parents, or there are no codes");
    }
    return root;
  }

  /** All codes that hang below the total, parts before their parents; trees may be deep. */
  private static List<String> fromBelow(Map<String, List<String>> children) {
    ArrayDeque<String> order = new ArrayDeque<>();
    Deque<String> open = new ArrayDeque<>(List.of(TOTAL));
    while (!open.isEmpty()) {
      String code = open.pop();
      order.addFirst(code);
      children.getOrDefault(code, List.of()).forEach(open::push);
    }
    return List.copyOf(order);
  }
}
