package se.samsyn.disclosure.cube;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.Requirement;

/** Which cells of a cube are unsafe, why, and what an attacker must be left with. */
final class PrimaryRules {
  private final CubeSystem system;
  private final List<LayerData> layers;
  private final Policy policy;
  private final long[] values;
  private final Map<Integer, Requirement> requirements = new TreeMap<>();
  private final Map<Integer, HiddenBecause> reasons = new HashMap<>();

  PrimaryRules(CubeSystem system, List<LayerData> layers, Policy policy, long[] values) {
    this.system = system;
    this.layers = List.copyOf(layers);
    this.policy = policy;
    this.values = values;
    for (int layer = 0; layer < layers.size(); layer++) {
      smallNumbers(layer);
      dominance(layer);
      smallRest(layer);
      if (policy.groupDisclosure() && layers.get(layer).isCount()) {
        groupDisclosure(layer);
      }
    }
  }

  List<Demand> demands() {
    List<Demand> demands = new ArrayList<>();
    requirements.forEach((cell, requirement) -> demands.add(Demand.of(cell, requirement)));
    return demands;
  }

  /** The first rule that makes each unsafe cell of the cube so. */
  Map<Integer, HiddenBecause> reasons() {
    return reasons;
  }

  void keepBack(KeptBack kept) {
    for (int layer = 0; layer < layers.size(); layer++) {
      keepBack(system.cell(layer, kept.cell()), kept.rooms().get(layer), kept.cell());
    }
    kept.rests()
        .forEach(
            (layer, room) -> {
              int rest = system.firstRestCell(layer);
              if (rest >= 0) {
                keepBack(rest + kept.cell(), room, kept.cell());
              }
            });
  }

  private void keepBack(int cell, Room room, int cubeCell) {
    demand(cell, room.around(values[cell]), cubeCell, HiddenBecause.SHOWN_BEFORE);
  }

  private void smallNumbers(int layer) {
    LayerData data = layers.get(layer);
    for (int i = 0; i < data.persons().length; i++) {
      long persons = data.persons()[i];
      boolean zero = persons == 0 && policy.protectZeros();
      if (zero || policy.minimumFrequency().isUnsafe(persons)) {
        Requirement requirement =
            data.isCount()
                ? policy.minimumFrequency().forPersons(data.values()[i])
                : policy.minimumFrequency().forAmount(data.values()[i]);
        demand(
            system.cell(layer, i),
            requirement,
            i,
            zero ? HiddenBecause.ZERO : HiddenBecause.MINIMUM_FREQUENCY);
      }
    }
  }

  private void dominance(int layer) {
    LayerData data = layers.get(layer);
    if (policy.dominance().isEmpty() || data.largest().isEmpty()) {
      return;
    }
    Dominance rule = policy.dominance().get();
    for (int i = 0; i < data.values().length; i++) {
      long largest = data.largest().get()[i];
      if (data.values()[i] > 0 && rule.isUnsafe(data.values()[i], largest)) {
        demand(
            system.cell(layer, i),
            rule.forAmount(data.values()[i], largest),
            i,
            HiddenBecause.DOMINANCE);
      }
    }
  }

  /** Who is in a base but not in its filtered count is a group too, though it is never shown. */
  private void smallRest(int layer) {
    int first = system.firstRestCell(layer);
    if (first < 0 || !layers.get(layer).isCount()) {
      return;
    }
    for (int i = 0; i < system.cube().size(); i++) {
      if (policy.minimumFrequency().isUnsafe(values[first + i])) {
        demand(
            first + i,
            policy.minimumFrequency().forPersons(values[first + i]),
            i,
            HiddenBecause.MINIMUM_FREQUENCY);
        hide(layer, i);
      }
    }
  }

  private void groupDisclosure(int layer) {
    long[] counts = layers.get(layer).values();
    system
        .cube()
        .forEachSum(
            (along, total, parts) -> {
              for (int part : parts) {
                if (parts.length > 1 && counts[total] > 0 && counts[part] == counts[total]) {
                  demand(
                      system.cell(layer, part),
                      new Requirement(counts[part] - 1, counts[part], 2),
                      part,
                      HiddenBecause.GROUP_DISCLOSURE);
                }
              }
            });
  }

  private void hide(int layer, int cubeCell) {
    int cell = system.cell(layer, cubeCell);
    requirements.merge(cell, Requirement.notExact(values[cell]), Requirement::and);
  }

  private void demand(int cell, Requirement requirement, int cubeCell, HiddenBecause reason) {
    requirements.merge(cell, requirement, Requirement::and);
    reasons.putIfAbsent(cubeCell, reason);
  }
}
