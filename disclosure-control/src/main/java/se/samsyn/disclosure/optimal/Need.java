package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/**
 * What a pattern must leave open.
 *
 * @param condition the choice with which it is needed; {@link Choices#HIDDEN} if always
 */
record Need(Demand demand, int condition) {
  /** How far the cell must be movable: upwards, downwards, or from one end to the other. */
  record Side(boolean up, boolean down, long amount) {}

  /** The demands, and that no hidden cell which could have been shown is known exactly. */
  static List<Need> all(Table table, Collection<Demand> demands, Choices choices) {
    List<Need> needs = new ArrayList<>();
    demands.forEach(demand -> needs.add(new Need(demand, Choices.HIDDEN)));
    for (int cell = 0; cell < table.size(); cell++) {
      int choice = choices.of(cell);
      if (choice >= 0 && table.publication(cell) == Publication.OPTIONAL) {
        needs.add(
            new Need(
                Demand.of(cell, Requirement.notExact(table.value(cell))),
                choices.isForced(choice) ? Choices.HIDDEN : choice));
      }
    }
    return needs;
  }

  List<Side> sides(Table table) {
    Requirement requirement = demand.requirement();
    long value = table.value(demand.cell());
    long up = requirement.upperAtLeast() - value;
    long down = value - requirement.lowerAtMost();
    List<Side> sides = new ArrayList<>();
    if (up > 0) {
      sides.add(new Side(true, false, up));
    }
    if (down > 0) {
      sides.add(new Side(false, true, down));
    }
    if (requirement.width() > up + down) {
      sides.add(new Side(true, true, requirement.width()));
    }
    return sides;
  }
}
