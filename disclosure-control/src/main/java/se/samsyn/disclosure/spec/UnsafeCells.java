package se.samsyn.disclosure.spec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.rule.PercentRule;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.spec.Specification.RuleEntries;
import se.samsyn.disclosure.spec.Specification.Zeros;

/** Which cells are unsafe by the rules of a specification, and what must be left open of each. */
final class UnsafeCells {
  private final CubeSystem system;
  private final CodedCube cube;
  private final KnownCells known;
  private final long[] lower;
  private final long[] upper;
  private final Map<Integer, Requirement> requirements = new TreeMap<>();
  private final BitSet unsafeButPublished = new BitSet();

  /**
   * @param lower the bound that everybody knows of each cell of the system
   * @param upper as {@code lower}
   */
  UnsafeCells(CubeSystem system, CodedCube cube, KnownCells known, long[] lower, long[] upper) {
    this.system = system;
    this.cube = cube;
    this.known = known;
    this.lower = lower;
    this.upper = upper;
  }

  void apply(RuleEntries rules, List<String> dimensions, List<Measured> measures) {
    for (int layer = 0; layer < measures.size(); layer++) {
      Measured data = measures.get(layer);
      int at = layer;
      rules
          .minimumFrequency()
          .map(MinimumFrequency::new)
          .ifPresent(rule -> fewPersons(rule, rules.zeros() == Zeros.PROTECTED, at, data));
      if (rules.minimumFrequency().isEmpty() && rules.zeros() == Zeros.PROTECTED) {
        fewPersons(new MinimumFrequency(MinimumFrequency.FLOOR), true, at, data);
      }
      if (!data.entry().isFrequency()) {
        rules
            .dominance()
            .map(rule -> new Dominance(rule.n(), rule.k()))
            .ifPresent(rule -> dominated(rule, at, data));
        rules
            .pPercent()
            .map(rule -> new PercentRule(rule.p(), rule.group().orElse(1)))
            .ifPresent(rule -> estimated(rule, at, data));
      } else {
        everybodyOrNobody(rules.groupDisclosure(), dimensions, at, data);
      }
      known.suppressed().stream()
          .forEach(cell -> demand(at, cell, Requirement.notExact(data.values()[cell])));
    }
  }

  /** What must be left open, in the order of the cells. */
  List<Demand> demands() {
    List<Demand> demands = new ArrayList<>();
    requirements.forEach((cell, requirement) -> demands.add(Demand.of(cell, requirement)));
    return demands;
  }

  /** Cells that would be unsafe and were published before: nothing can be done for them. */
  int unsafeButPublished() {
    return unsafeButPublished.cardinality();
  }

  private void fewPersons(MinimumFrequency rule, boolean zeros, int layer, Measured data) {
    for (int cell = 0; cell < data.persons().length; cell++) {
      long persons = data.persons()[cell];
      boolean unsafe = persons == 0 ? zeros && data.values()[cell] == 0 : rule.isUnsafe(persons);
      if (unsafe) {
        boolean count = data.values() == data.persons();
        long value = data.values()[cell];
        demand(layer, cell, count ? rule.forPersons(value) : rule.forAmount(value));
      }
    }
  }

  private void dominated(Dominance rule, int layer, Measured data) {
    for (int cell = 0; cell < data.values().length; cell++) {
      long largest = data.largest().together(cell, rule.contributors());
      if (largest > 0 && rule.isUnsafe(data.values()[cell], largest)) {
        demand(layer, cell, rule.forAmount(data.values()[cell], largest));
      }
    }
  }

  private void estimated(PercentRule rule, int layer, Measured data) {
    for (int cell = 0; cell < data.values().length; cell++) {
      long value = data.values()[cell];
      long largest = data.largest().at(cell, 0);
      long together = data.largest().together(cell, rule.contributors());
      if (rule.isUnsafe(value, largest, together)) {
        demand(layer, cell, rule.forAmount(value, largest, together));
      }
    }
  }

  /** A class that holds everybody, or nobody, of its total says something of each of them. */
  private void everybodyOrNobody(
      List<String> distributions, List<String> dimensions, int layer, Measured data) {
    for (String distribution : distributions) {
      if (!dimensions.contains(distribution)) {
        throw Malformed.file("rules/group_disclosure", "no dimension " + distribution);
      }
    }
    long[] counts = data.values();
    cube.cube()
        .forEachSum(
            (along, total, parts) -> {
              if (!distributions.contains(along.id()) || counts[total] == 0 || parts.length == 1) {
                return;
              }
              for (int part : parts) {
                if (counts[part] == counts[total]) {
                  demand(layer, part, new Requirement(counts[part] - 1, counts[part], 1));
                } else if (counts[part] == 0) {
                  demand(layer, part, new Requirement(0, 1, 1));
                }
              }
            });
  }

  /** As far as the bounds that everybody knows allow it at all. */
  private void demand(int layer, int cubeCell, Requirement wanted) {
    if (known.structural().get(cubeCell) || !known.shown().get(cubeCell)) {
      return;
    }
    if (known.published().get(cubeCell)) {
      unsafeButPublished.set(cubeCell);
      return;
    }
    int cell = system.cell(layer, cubeCell);
    boolean bounded = upper[cell] != Long.MAX_VALUE;
    Requirement possible =
        new Requirement(
            Math.max(lower[cell], wanted.lowerAtMost()),
            Math.min(upper[cell], wanted.upperAtLeast()),
            bounded ? Math.min(upper[cell] - lower[cell], wanted.width()) : wanted.width());
    requirements.merge(cell, possible, Requirement::and);
  }
}
