package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Cube;
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
    try {
      return views(cube, layers, parts)
          .map(views -> new RespondentProtection(cube, List.copyOf(layers), views, policy))
          .map(protection -> protection.pattern(options))
          .orElseGet(() -> nothing(cube, layers.size()));
    } catch (ProtectionImpossible | ArithmeticException e) {
      // Numbers that leave 64 bits are not reckoned with, and so not shown.
      return nothing(cube, layers.size());
    }
  }

  private static JointPattern nothing(Cube cube, int layers) {
    BitSet everything = new BitSet();
    everything.set(0, cube.size());
    return new JointPattern(
        Collections.nCopies(layers, everything), Collections.nCopies(layers, new BitSet()));
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

  private JointPattern pattern(Options options) {
    List<BitSet> uncertain = new ArrayList<>();
    List<BitSet> bounded = new ArrayList<>();
    for (int group = 0; group <= IntStream.of(groups).max().orElse(0); group++) {
      uncertain.add(new BitSet());
      bounded.add(new BitSet());
      for (int cell = 0; cell < cube.size(); cell++) {
        uncertain.get(group).set(cell, isUncertain(group, cell));
        bounded.get(group).set(cell, isUncertain(group, cell) && boundsAreSafe(group, cell));
      }
    }
    ViewSystem system = new ViewSystem(cube, layers, groups, views, uncertain, bounded);
    Protection protection = Protector.protect(system.table(), demands(system), options);
    return pattern(system, protection, uncertain);
  }

  private JointPattern pattern(ViewSystem system, Protection protection, List<BitSet> uncertain) {
    List<BitSet> hidden = new ArrayList<>();
    for (int layer = 0; layer < groups.length; layer++) {
      BitSet of = new BitSet();
      for (int cell = 0; cell < cube.size(); cell++) {
        of.set(cell, system.isHidden(protection, layer, cell));
      }
      hidden.add(of);
    }
    int counts = IntStream.of(groups).boxed().toList().indexOf(0);
    List<BitSet> between = new ArrayList<>();
    for (int layer = 0; layer < groups.length; layer++) {
      if (counts >= 0) {
        // To hide more only leaves more open.
        hidden.get(layer).or(hidden.get(counts));
      }
      BitSet of = (BitSet) uncertain.get(groups[layer]).clone();
      of.andNot(hidden.get(layer));
      between.add(of);
    }
    return new JointPattern(hidden, between);
  }

  /** Whether some part of the cell, in some layer of the group, is not known. */
  private boolean isUncertain(int group, int cell) {
    return IntStream.range(0, groups.length)
        .anyMatch(layer -> groups[layer] == group && !views.get(0).isKnown(layer, cell));
  }

  /** Whether the bounds of a cell by themselves leave every attacker what is demanded. */
  private boolean boundsAreSafe(int group, int cell) {
    for (int v = 0; v < views.size(); v++) {
      for (int layer = 0; layer < groups.length; layer++) {
        if (groups[layer] == group && !boundsAreSafe(v, layer, cell)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean boundsAreSafe(int view, int layer, int cell) {
    long lower = views.get(view).lower(layer, cell);
    long upper = views.get(view).upper(layer, cell);
    RespondentRules of = rules.get(view);
    return upper != TableSpace.UNBOUNDED
        && of.requirement(layer, cell).map(r -> r.isMetBy(lower, upper)).orElse(true)
        && of.restIsMetByBounds(layer, cell);
  }

  private List<Demand> demands(ViewSystem system) {
    List<Demand> demands = new ArrayList<>();
    for (int v = 0; v < views.size(); v++) {
      for (int layer = 0; layer < groups.length; layer++) {
        for (int cell = 0; cell < cube.size(); cell++) {
          Optional<Requirement> rest = rules.get(v).restRequirement(layer, cell);
          if (rest.isPresent()) {
            demands.add(Demand.of(system.rest(v, layer, cell), rest.get()));
          }
          Optional<Requirement> own = rules.get(v).requirement(layer, cell);
          if (own.isPresent()) {
            demands.add(Demand.of(system.cell(v, layer, cell), own.get()));
          }
        }
      }
    }
    return demands;
  }
}
