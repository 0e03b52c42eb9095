package se.samsyn.agent.utility;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.samsyn.disclosure.adaptive.OpenNode;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Counting;

/**
 * What a sealed collection of three agencies with 20 children a municipality must do: of the
 * municipalities that are safe one by one at least 80 % open alone, every child of an opened root
 * is in an opened group, and no open node leaves any agency with 1 to k other children in it.
 */
final class Promises {
  private static final double LEAST = 0.8;
  private final long seed;
  private final int seeds;
  private final int k;
  private final PrintStream out;
  private long safeAlone;
  private long openedAlone;
  private long lost;
  private long unsafe;

  Promises(long seed, int seeds, int k, PrintStream out) {
    this.seed = seed;
    this.seeds = seeds;
    this.k = k;
    this.out = out;
  }

  boolean hold() {
    Scene.Mean mean = new Scene.Mean(20, 20);
    Node likeliest = UtilityBenchmark.likeliest(Counting.DISJOINT, 3, mean, seed);
    boolean holds = holds("halved by number", mean, UnitTrees.halved(0, Scene.UNITS));
    return holds("likeliest", mean, likeliest) && holds;
  }

  private boolean holds(String name, Scene.Mean mean, Node tree) {
    safeAlone = openedAlone = lost = unsafe = 0;
    SealedWay way = new SealedWay(Counting.DISJOINT, k, tree);
    for (int i = 0; i < seeds; i++) {
      look(way, Scene.of(3, mean, seed + i));
    }
    double share = (double) openedAlone / safeAlone;
    out.printf(
        Locale.ROOT,
        "- Tree %s: of %d municipalities that are safe one by one (%.1f %% of all) %.1f %% are"
            + " opened alone; %d children of an opened root in no opened group; %d open nodes"
            + " unsafe.%n",
        name,
        safeAlone,
        100.0 * safeAlone / seeds / Scene.UNITS,
        100 * share,
        lost,
        unsafe);
    return share >= LEAST && lost == 0 && unsafe == 0;
  }

  private void look(SealedWay way, Scene scene) {
    Set<OpenNode> open = way.open(scene);
    Set<String> units = new HashSet<>();
    for (OpenNode node : open) {
      if (node.attribute().isEmpty()) {
        units.add(node.unit());
      }
      unsafe += isUnsafe(way, scene, node) ? 1 : 0;
    }
    for (int unit = 0; unit < Scene.UNITS; unit++) {
      safeAlone += SealedWay.isSafe(Counting.DISJOINT, k, scene, IntStream.of(unit)) ? 1 : 0;
      openedAlone += units.contains(Integer.toString(unit)) ? 1 : 0;
    }
    if (units.contains(way.tree().code())) {
      long inGroups =
          way.tree()
              .preorder()
              .filter(unit -> isSmallest(unit, units))
              .mapToLong(
                  unit -> way.count(scene.joint(), new OpenNode(unit.code(), Optional.empty(), "")))
              .sum();
      lost += Math.abs(scene.joint()[0] - inGroups);
    }
  }

  private static boolean isSmallest(Node unit, Set<String> open) {
    return open.contains(unit.code())
        && unit.children().stream().noneMatch(part -> open.contains(part.code()));
  }

  /** From the counts themselves and not from the rule: what each agency leaves of the total. */
  private boolean isUnsafe(SealedWay way, Scene scene, OpenNode node) {
    long total = way.count(scene.joint(), node);
    return scene.agencies().stream()
        .mapToLong(table -> total - way.count(table, node))
        .anyMatch(others -> others > 0 && others <= k);
  }
}
