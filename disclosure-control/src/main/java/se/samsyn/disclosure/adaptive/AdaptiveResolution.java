package se.samsyn.disclosure.adaptive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final List<Attribute> attributes;
  private final GroupTest test;
  private final Set<OpenNode> open = new LinkedHashSet<>();
  private final List<Group> groups = new ArrayList<>();

  /** A group that was tested, its members, and whether it was opened. */
  public record Group(List<OpenNode> members, boolean opened) {
    public Group {
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
    this.attributes = attributes;
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
    if (tested(List.of(OpenNode.total(units.code())))) {
      unit(units, List.of());
    }
  }

  /**
   * The unit's total is open.
   *
   * @param inherited the attributes that began above
   */
  private void unit(Node unit, List<Attribute> inherited) {
    List<Attribute> here = new ArrayList<>(inherited);
    for (Attribute attribute : attributes) {
      if (attribute.startUnit().equals(unit.code())) {
        here.add(attribute);
        split(unit, attribute, attribute.classes());
      }
    }
    List<Node> parts = unit.children();
    if (parts.isEmpty()
        || !tested(parts.stream().map(part -> OpenNode.total(part.code())).toList())) {
      return;
    }
    for (Attribute attribute : here) {
      pushDown(unit, attribute, attribute.classes());
    }
    parts.forEach(part -> unit(part, here));
  }

  /** Splits a class at the attribute's start unit, and what opens further. */
  private void split(Node unit, Attribute attribute, Node clazz) {
    List<OpenNode> group = clazz.children().stream().map(c -> node(unit, attribute, c)).toList();
    if (!group.isEmpty() && tested(group)) {
      clazz.children().forEach(child -> split(unit, attribute, child));
    }
  }

  /** Splits a class in all parts of a unit at once: in one alone, the other's would follow. */
  private void pushDown(Node unit, Attribute attribute, Node clazz) {
    List<OpenNode> group = new ArrayList<>();
    for (Node part : unit.children()) {
      if (!isOpen(part, attribute, clazz)) {
        return;
      }
      clazz.children().forEach(child -> group.add(node(part, attribute, child)));
    }
    boolean above = clazz.children().stream().allMatch(c -> isOpen(unit, attribute, c));
    if (!group.isEmpty() && above && tested(group)) {
      clazz.children().forEach(child -> pushDown(unit, attribute, child));
    }
  }

  private boolean isOpen(Node unit, Attribute attribute, Node clazz) {
    return open.contains(node(unit, attribute, clazz));
  }

  /** The root of the classes is the unit's own total, one node for all attributes. */
  private static OpenNode node(Node unit, Attribute attribute, Node clazz) {
    return clazz.code().equals(attribute.classes().code())
        ? OpenNode.total(unit.code())
        : OpenNode.of(unit.code(), attribute.id(), clazz.code());
  }

  private boolean tested(List<OpenNode> group) {
    boolean safe = test.isSafe(group);
    groups.add(new Group(group, safe));
    if (safe) {
      open.addAll(group);
    }
    return safe;
  }

  private static Node collapsed(Node node) {
    Node last = node;
    while (last.children().size() == 1) {
      last = last.children().get(0);
    }
    return new Node(
        node.code(), last.children().stream().map(AdaptiveResolution::collapsed).toList());
  }
}
