package se.samsyn.disclosure.cube;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Protects several measures on one cube with one common pattern. */
public final class CubeProtection {
  private CubeProtection() {}

  /**
   * Finds a pattern that is safe for all layers at once: a cell is hidden in all of them or in
   * none.
   *
   * @return a pattern whose certificate has been verified; everything may be hidden, the grand
   *     total included, where nothing else is safe
   * @throws IllegalArgumentException if the values break a relation: parts do not add up, a
   *     filtered count exceeds its base
   */
  public static CubePattern protect(
      Cube cube, List<LayerData> layers, Policy policy, Options options) {
    return protect(cube, layers, policy, options, List.of());
  }

  /** As above, with cells that are hidden because of what was shown before. */
  public static CubePattern protect(
      Cube cube, List<LayerData> layers, Policy policy, Options options, List<KeptBack> keptBack) {
    return protect(cube, layers, policy, options, keptBack, new BitSet());
  }

  /**
   * As above, where all numbers of some cells are known already: to hide them would help nobody.
   *
   * @param known cells of the cube
   * @throws ProtectionImpossible if an unsafe cell is known, or can be computed from what is
   */
  public static CubePattern protect(
      Cube cube,
      List<LayerData> layers,
      Policy policy,
      Options options,
      List<KeptBack> keptBack,
      BitSet known) {
    for (LayerData layer : layers) {
      if (layer.values().length != cube.size()) {
        throw new IllegalArgumentException(
            "layer " + layer.layer().id() + " has not as many values as the cube has cells");
      }
    }
    CubeSystem system = new CubeSystem(cube, layers.stream().map(LayerData::layer).toList());
    TableSpace space = system.space();
    long[] values = system.complete(layers.stream().map(LayerData::values).toList());
    Table table =
        new Table(
            space,
            values,
            costs(system, layers, space.size()),
            publication(system, space.size(), known),
            bundles(system, space.size()));
    PrimaryRules rules = new PrimaryRules(system, layers, policy, values);
    keptBack.forEach(rules::keepBack);
    List<Demand> demands = rules.demands();
    Protection protection = Protector.protect(table, demands, options);
    Map<Integer, HiddenBecause> reasons = new HashMap<>();
    for (int cell = 0; cell < cube.size() && !layers.isEmpty(); cell++) {
      if (protection.hidden().get(cell)) {
        reasons.put(cell, rules.reasons().getOrDefault(cell, HiddenBecause.SECONDARY));
      }
    }
    return new CubePattern(reasons, protection);
  }

  /** Large cells and totals are dear; one layer carries the price of the bundle. */
  private static double[] costs(CubeSystem system, List<LayerData> layers, int size) {
    double[] costs = new double[size];
    Arrays.fill(costs, 1e-3);
    int cells = system.cube().size();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (int cell = 0; cell < cells; cell++) {
        long persons = layers.get(layer).persons()[cell];
        costs[system.cell(layer, cell)] =
            1 + Math.log1p(persons) / 4 + system.cube().level(cell) * 0.5;
      }
    }
    return costs;
  }

  private static Publication[] publication(CubeSystem system, int size, BitSet known) {
    Publication[] publication = new Publication[size];
    for (int cell = 0; cell < system.shown(); cell++) {
      publication[cell] =
          known.get(cell % system.cube().size()) ? Publication.ALWAYS : Publication.OPTIONAL;
    }
    Arrays.fill(publication, system.shown(), size, Publication.NEVER);
    return publication;
  }

  private static int[] bundles(CubeSystem system, int size) {
    int[] bundles = new int[size];
    int next = system.cube().size();
    for (int cell = 0; cell < size; cell++) {
      bundles[cell] = cell < system.shown() ? cell % system.cube().size() : next++;
    }
    return bundles;
  }
}
