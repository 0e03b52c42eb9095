package se.samsyn.disclosure.adaptive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.table.Node;

/**
 * No cell is hidden; resolution adapts instead. Top down and all or nothing: a group of nodes is
 * opened only if all its parents are open and all its members are safe, so that what stays closed
 * was never asked for one by one. Rule and reasons: docs/disclosure-control.md, "Adaptive
 * resolution".
 *
 * <p>Every combination of the attributes' classes must be possible in each leaf unit. Nodes with a
 * single child are passed over. The outcome depends on nothing but the trees and the answers.
 */
public final class AdaptiveResolution {
  private final Node units;
  private final Map<String, List<Attribute>> beginning = new HashMap<>();
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private final GroupTest test;
  private final Set<OpenNode> open = new LinkedHashSet<>();
  private final List<Group> groups = new ArrayList<>();

  /** A group that was tested, the nodes that had to be open for it, and whether it was opened. */
  public record Group(List<OpenNode> parents, List<OpenNode> members, boolean opened) {
    public Group {
      parents = List.copyOf(parents);
      members = List.copyOf(members);
    }
  }

  /** What was opened, in the order of the tests, and all groups that were tested. */
  public record Resolution(Set<OpenNode> open, List<Group> groups) {
    public Resolution {
      open = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(open));
      groups = List.copyOf(groups);
    }
  }

  private AdaptiveResolution(Node units, List<Attribute> attributes, GroupTest test) {
    this.units = units;
    for (Attribute attribute : attributes) {
      beginning.computeIfAbsent(attribute.startUnit(), u -> new ArrayList<>()).add(attribute);
    }
    this.test = test;
  }

  /**
   * @param units the unit tree; its root is the whole
   */
  public static Resolution resolve(Node units, List<Attribute> attributes, GroupTest test) {
    AdaptiveResolution resolution =
        new AdaptiveResolution(
            collapsed(units),
            attributes.stream()
                .map(a -> new Attribute(a.id(), collapsed(a.classes()), a.startUnit()))
                .toList(),
            test);
    resolution.run();
    return new Resolution(resolution.open, resolution.groups);
  }

  private void run() {
    if (!tested(List.of(), List.of(OpenNode.total(units.code())))) {
      return;
    }
    pending.push(() -> unit(units, List.of()));
    while (!pending.isEmpty()) {
      pending.pop().run();
    }
  }

  /** What is to be done next, in this order, before all that was planned earlier. */
  private void next(List<Runnable> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      pending.push(steps.get(i));
    }
  }

  /**
   * The unit's total is open.
   *
   * @param inherited the attributes that began above
   */
  private void unit(Node unit, List<Attribute> inherited) {
    List<Attribute> here = new ArrayList<>(inherited);
    List<Runnable> steps = new ArrayList<>();
    for (Attribute attribute : beginning.getOrDefault(unit.code(), List.of())) {
      here.add(attribute);
      steps.add(() -> split(unit, attribute, attribute.classes()));
    }
    if (!unit.children().isEmpty()) {
      steps.add(() -> units(unit, here));
    }
    next(steps);
  }

  /** Splits a unit into its parts, and pushes down what is open above. */
  private void units(Node unit, List<Attribute> here) {
    List<Node> parts = unit.children();
    if (!tested(
        List.of(OpenNode.total(unit.code())),
        parts.stream().map(part -> OpenNode.total(part.code())).toList())) {
      return;
    }
    List<Runnable> steps = new ArrayList<>();
    for (Attribute attribute : here) {
      steps.add(() -> pushDown(unit, attribute, attribute.classes()));
    }
    for (Node part : parts) {
      steps.add(() -> unit(part, here));
    }
    next(steps);
  }

  /** Splits a class at the attribute's start unit, and what opens further. */
  private void split(Node unit, Attribute attribute, Node clazz) {
    List<OpenNode> group = clazz.children().stream().map(c -> node(unit, attribute, c)).toList();
    if (!group.isEmpty() && tested(List.of(node(unit, attribute, clazz)), group)) {
      List<Runnable> steps = new ArrayList<>();
      clazz.children().forEach(child -> steps.add(() -> split(unit, attribute, child)));
      next(steps);
    }
  }

  /** Splits a class in all parts of a unit at once: in one alone, the other's would follow. */
  private void pushDown(Node unit, Attribute attribute, Node clazz) {
    if (clazz.isLeaf()) {
      return;
    }
    List<OpenNode> parents = new ArrayList<>();
    unit.children().forEach(part -> parents.add(node(part, attribute, clazz)));
    clazz.children().forEach(child -> parents.add(node(unit, attribute, child)));
    if (!open.containsAll(parents)) {
      return;
    }
    List<OpenNode> group = new ArrayList<>();
    for (Node part : unit.children()) {
      clazz.children().forEach(child -> group.add(node(part, attribute, child)));
    }
    if (tested(parents, group)) {
      List<Runnable> steps = new ArrayList<>();
      clazz.children().forEach(child -> steps.add(() -> pushDown(unit, attribute, child)));
      next(steps);
    }
  }

  /** The root of the classes is the unit's own total, one node for all attributes. */
  private static OpenNode node(Node unit, Attribute attribute, Node clazz) {
    return clazz.code().equals(attribute.classes().code())
        ? OpenNode.total(unit.code())
        : OpenNode.of(unit.code(), attribute.id(), clazz.code());
  }

  private boolean tested(List<OpenNode> parents, List<OpenNode> group) {
    boolean safe = test.isSafe(group);
    groups.add(new Group(parents, group, safe));
    if (safe) {
      open.addAll(group);
    }
    return safe;
  }

  /** A node with a single child stands for it too. */
  private static Node collapsed(Node root) {
    List<Node> order = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.pop();
      order.add(node);
      parts(node).forEach(open::push);
    }
    Map<String, Node> built = new HashMap<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Node node = order.get(i);
      List<Node> parts = parts(node).stream().map(part -> built.remove(part.code())).toList();
      built.put(node.code(), new Node(node.code(), parts));
    }
    return built.get(root.code());
  }

  private static List<Node> parts(Node node) {
    Node last = node;
    while (last.children().size() == 1) {
      last = last.children().get(0);
    }
    return last.children();
  }
}
