package se.samsyn.agent.utility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samsyn.disclosure.adaptive.AdaptiveResolution;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Counting;
import se.samsyn.schemas.sealed.Rule;

/** Sealed collection: the adaptive walk over the trees, with the rule of the sums in the clear. */
final class SealedWay implements Way {
  /** Sex, then the two younger age groups together, then each. */
  private static final Node CLASSES =
      Node.of(
          "all",
          Node.of("0", Node.of("0:y", Node.leaf("0:0"), Node.leaf("0:1")), Node.leaf("0:2")),
          Node.of("1", Node.of("1:y", Node.leaf("1:0"), Node.leaf("1:1")), Node.leaf("1:2")));

  private final Counting counting;
  private final int k;
  private final Node units;
  private final Map<String, int[]> unitLeaves = new HashMap<>();
  private final Map<String, int[]> classLeaves = new HashMap<>();

  SealedWay(Counting counting, int k, Node units) {
    this.counting = counting;
    this.k = k;
    this.units = units;
    units
        .preorder()
        .forEach(
            unit ->
                unitLeaves.put(
                    unit.code(),
                    leaves(unit).mapToInt(leaf -> 1 + Integer.parseInt(leaf)).toArray()));
    CLASSES
        .preorder()
        .forEach(
            c ->
                classLeaves.put(
                    c.code(),
                    leaves(c)
                        .mapToInt(
                            leaf ->
                                Scene.CUBE.index(
                                    0, 1 + leaf.charAt(0) - '0', 1 + leaf.charAt(2) - '0'))
                        .toArray()));
  }

  private static Stream<String> leaves(Node node) {
    return node.preorder().filter(Node::isLeaf).map(Node::code);
  }

  Node tree() {
    return units;
  }

  /** The nodes that open. */
  Set<OpenNode> open(Scene scene) {
    return AdaptiveResolution.resolve(
            units,
            List.of(new Attribute("class", CLASSES, units.code())),
            group -> group.stream().allMatch(node -> isSafe(counting, k, scene, cells(node))))
        .open();
  }

  /** Whether municipalities are safe together. */
  static boolean isSafe(Counting counting, int k, Scene scene, IntStream units) {
    return isSafe(
        counting, k, scene, units.map(unit -> Scene.CUBE.index(1 + unit, 0, 0)).toArray());
  }

  private static boolean isSafe(Counting counting, int k, Scene scene, int[] cells) {
    Rule rule = new Rule(counting, k, 1, scene.agencies().size());
    int sum = 0;
    for (long[] table : scene.agencies()) {
      sum += rule.contribution(IntStream.of(cells).mapToLong(cell -> table[cell]).sum());
    }
    int least = 2 * (counting == Counting.DISJOINT ? k : scene.agencies().size() + 1) + 1;
    return sum == 0 || sum >= least;
  }

  /** The persons of a table in a node. */
  long count(long[] table, OpenNode node) {
    return IntStream.of(cells(node)).mapToLong(cell -> table[cell]).sum();
  }

  /** The cells of a node: totals of municipalities, or finest cells. */
  private int[] cells(OpenNode node) {
    int[] in = unitLeaves.get(node.unit());
    int[] classes =
        node.attribute().isEmpty()
            ? new int[] {Scene.CUBE.index(0, 0, 0)}
            : classLeaves.get(node.clazz());
    return IntStream.of(in)
        .flatMap(unit -> IntStream.of(classes).map(c -> Scene.CUBE.index(unit, 0, 0) + c))
        .toArray();
  }

  @Override
  public Seen[] show(Scene scene, RandomGenerator random) {
    Seen[] seen = new Seen[Scene.CUBE.size()];
    int perUnit = Scene.SEXES * Scene.AGES;
    for (int cell : Scene.units()) {
      seen[cell] = Seen.nothing();
    }
    for (int cell : Scene.finest()) {
      seen[cell] = Seen.nothing();
    }
    for (OpenNode node : open(scene)) {
      int[] in = unitLeaves.get(node.unit());
      if (node.attribute().isEmpty()) {
        for (int unit : in) {
          smaller(seen, scene, Scene.CUBE.index(unit, 0, 0), in.length);
          for (int sex = 1; sex <= Scene.SEXES; sex++) {
            for (int age = 1; age <= Scene.AGES; age++) {
              smaller(seen, scene, Scene.CUBE.index(unit, sex, age), in.length * perUnit);
            }
          }
        }
      } else {
        int[] cells = cells(node);
        for (int cell : cells) {
          smaller(seen, scene, cell, cells.length);
        }
      }
    }
    return seen;
  }

  private static void smaller(Seen[] seen, Scene scene, int cell, int group) {
    if (seen[cell].kind() == Seen.Kind.NOTHING || seen[cell].group() > group) {
      seen[cell] = group == 1 ? Seen.alone(scene.joint()[cell]) : Seen.inGroup(group);
    }
  }
}
