package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Protects a joint table of which no part is shown, against everybody and against each of its
 * respondents, who know their own part exactly and subtract it.
 *
 * <p>For every attacker the parts that it does not know, added up, are a table of their own: its
 * {@link JointView}. All views have one pattern, that of what is shown of the joint table; each has
 * its own unsafe numbers. So one system holds the views beside each other, a cell of the joint
 * table is hidden in all of them or in none, and the engine's certificate proves each demand in the
 * view that it is about. A view does not depend on what its attacker's own part is.
 */
public final class RespondentProtection {
  private final Cube cube;
  private final List<JointLayer> layers;
  private final List<JointView> views;
  private final List<RespondentRules> rules;
  private final CubeSystem system;
  private final int[] groups;

  private RespondentProtection(
      Cube cube, List<JointLayer> layers, List<JointView> views, Policy policy) {
    this.cube = cube;
    this.layers = layers;
    this.views = views;
    this.rules =
        views.stream()
            .map(view -> new RespondentRules(cube, layers, policy, views.get(0), view))
            .toList();
    this.system = new CubeSystem(cube, layers(layers, views.size()));
    // All counts are shown or hidden together, each amount by itself.
    this.groups = new int[layers.size()];
    for (int layer = 0, amounts = 0; layer < groups.length; layer++) {
      groups[layer] = layers.get(layer).kind() == JointLayer.Kind.AMOUNT ? ++amounts : 0;
    }
  }

  /**
   * Finds what may be shown. A cell of which a part is not known is shown within bounds or not at
   * all; any other is shown or hidden.
   *
   * @param layers with distinct ids
   * @param parts one per respondent
   * @return a pattern that was proven; where none was found, everything is hidden
   */
  public static JointPattern protect(
      Cube cube,
      List<JointLayer> layers,
      List<RespondentPart> parts,
      Policy policy,
      Options options) {
    Optional<List<JointView>> views = views(cube, layers, parts);
    if (views.isPresent()) {
      RespondentProtection protection =
          new RespondentProtection(cube, List.copyOf(layers), views.get(), policy);
      List<BitSet> bounded = protection.mayBeBounded();
      Optional<JointPattern> pattern = protection.pattern(bounded, options);
      if (pattern.isEmpty()) {
        bounded.forEach(BitSet::clear);
        pattern = protection.pattern(bounded, options);
      }
      if (pattern.isPresent()) {
        return pattern.get();
      }
    }
    BitSet everything = new BitSet();
    everything.set(0, cube.size());
    return new JointPattern(
        Collections.nCopies(layers.size(), everything),
        Collections.nCopies(layers.size(), new BitSet()));
  }

  /** Everybody's view, then each respondent's. */
  private static Optional<List<JointView>> views(
      Cube cube, List<JointLayer> layers, List<RespondentPart> parts) {
    List<Layer> plain = layers.stream().map(JointLayer::layer).toList();
    List<List<long[]>> tables = new ArrayList<>();
    for (RespondentPart part : parts) {
      Optional<List<long[]>> table = PossibleTable.of(cube, plain, part);
      if (table.isEmpty()) {
        return Optional.empty();
      }
      tables.add(table.get());
    }
    List<JointView> views = new ArrayList<>();
    views.add(new JointView(parts, tables));
    for (int own = 0; own < parts.size() && parts.size() > 1; own++) {
      views.add(new JointView(without(parts, own), without(tables, own)));
    }
    return Optional.of(views);
  }

  private static <T> List<T> without(List<T> all, int one) {
    List<T> others = new ArrayList<>(all);
    others.remove(one);
    return others;
  }

  private static List<Layer> layers(List<JointLayer> layers, int views) {
    List<Layer> all = new ArrayList<>();
    for (int view = 0; view < views; view++) {
      String of = view + " ";
      for (JointLayer layer : layers) {
        Layer plain = layer.layer();
        all.add(new Layer(of + plain.id(), plain.adding(), plain.partOf().map(of::concat)));
      }
    }
    return all;
  }

  private int place(int view, int layer) {
    return view * layers.size() + layer;
  }

  private int cell(int view, int layer, int cell) {
    return system.cell(place(view, layer), cell);
  }

  /** Whether some part of the cell, in some layer of the group, is not known. */
  private boolean isUncertain(int group, int cell) {
    return IntStream.range(0, groups.length)
        .anyMatch(layer -> groups[layer] == group && !views.get(0).isKnown(layer, cell));
  }

  /** Per group the cells whose bounds by themselves leave every attacker what is demanded. */
  private List<BitSet> mayBeBounded() {
    List<BitSet> bounded = new ArrayList<>();
    for (int group = 0; group <= IntStream.of(groups).max().orElse(0); group++) {
      BitSet cells = new BitSet();
      for (int cell = 0; cell < cube.size(); cell++) {
        cells.set(cell, isUncertain(group, cell) && boundsAreSafe(group, cell));
      }
      bounded.add(cells);
    }
    return bounded;
  }

  private boolean boundsAreSafe(int group, int cell) {
    for (int v = 0; v < views.size(); v++) {
      for (int layer = 0; layer < groups.length; layer++) {
        if (groups[layer] != group) {
          continue;
        }
        long lower = views.get(v).lower(layer, cell);
        long upper = views.get(v).upper(layer, cell);
        if (upper == TableSpace.UNBOUNDED
            || !rules.get(v).requirement(layer, cell).map(r -> r.isMetBy(lower, upper)).orElse(true)
            || !rules.get(v).restIsMetByBounds(layer, cell)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Empty where the engine finds nothing that it can prove. */
  private Optional<JointPattern> pattern(List<BitSet> bounded, Options options) {
    Protection protection;
    try {
      protection = Protector.protect(table(bounded), demands(), options);
    } catch (ProtectionImpossible e) {
      return Optional.empty();
    }
    List<BitSet> hidden = new ArrayList<>();
    List<BitSet> between = new ArrayList<>();
    for (int layer = 0; layer < groups.length; layer++) {
      BitSet of = new BitSet();
      for (int cell = 0; cell < cube.size(); cell++) {
        of.set(
            cell,
            isUncertain(groups[layer], cell)
                ? !bounded.get(groups[layer]).get(cell)
                : !views.get(0).isAbsent(cell) && protection.hidden().get(cell(0, layer, cell)));
      }
      hidden.add(of);
    }
    for (int layer = 0; layer < groups.length; layer++) {
      // To hide more only leaves more open.
      int counts = IntStream.of(groups).boxed().toList().indexOf(0);
      if (counts >= 0) {
        hidden.get(layer).or(hidden.get(counts));
      }
      BitSet of = (BitSet) bounded.get(groups[layer]).clone();
      of.andNot(hidden.get(layer));
      between.add(of);
    }
    return Optional.of(new JointPattern(hidden, between));
  }

  private List<Demand> demands() {
    List<Demand> demands = new ArrayList<>();
    for (int v = 0; v < views.size(); v++) {
      for (int layer = 0; layer < layers.size(); layer++) {
        int rest = system.firstRestCell(place(v, layer));
        for (int cell = 0; cell < cube.size(); cell++) {
          add(demands, cell(v, layer, cell), rules.get(v).requirement(layer, cell));
          add(demands, rest + cell, rules.get(v).restRequirement(layer, cell));
        }
      }
    }
    return demands;
  }

  private static void add(List<Demand> demands, int cell, Optional<Requirement> requirement) {
    requirement.ifPresent(r -> demands.add(Demand.of(cell, r)));
  }

  private Table table(List<BitSet> bounded) {
    List<long[]> layerValues = views.stream().flatMap(view -> view.values().stream()).toList();
    long[] values = system.complete(layerValues);
    int size = system.size();
    long[] lower = new long[size];
    long[] upper = new long[size];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    double[] costs = new double[size];
    Arrays.fill(costs, 1e-3);
    Publication[] publication = new Publication[size];
    Arrays.fill(publication, Publication.NEVER);
    int[] bundles = new int[size];
    int next = bounded.size() * cube.size();
    for (int place = system.shown(); place < size; place++) {
      bundles[place] = next++;
    }
    for (int v = 0; v < views.size(); v++) {
      JointView view = views.get(v);
      for (int layer = 0; layer < layers.size(); layer++) {
        for (int cell = 0; cell < cube.size(); cell++) {
          int place = cell(v, layer, cell);
          int group = groups[layer];
          boolean isChoice = !isUncertain(group, cell) && !view.isAbsent(cell);
          bundles[place] = isChoice ? group * cube.size() + cell : next++;
          if (isChoice) {
            publication[place] = v == 0 ? Publication.OPTIONAL : Publication.ATTACHED;
          } else if (view.isAbsent(cell)) {
            upper[place] = 0;
          } else if (bounded.get(group).get(cell)) {
            lower[place] = view.lower(layer, cell);
            upper[place] = view.upper(layer, cell);
          }
          if (v == 0) {
            costs[place] = 1 + Math.log1p(view.value(0, cell)) / 4 + cube.level(cell) * 0.5;
          }
        }
      }
    }
    return new Table(
        new TableSpace(lower, upper, system.relations()), values, costs, publication, bundles);
  }
}
