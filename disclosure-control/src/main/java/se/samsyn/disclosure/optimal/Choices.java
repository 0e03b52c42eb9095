package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** What there is to decide: the bundles of cells that may be hidden or shown. */
final class Choices {
  /** Instead of a choice: the cell is hidden in any case. */
  static final int HIDDEN = -1;

  /** Instead of a choice: the cell is shown in any case. */
  static final int SHOWN = -2;

  private final Table table;
  private final int[] choiceOf;
  private final List<List<Integer>> members = new ArrayList<>();
  private final BitSet forced = new BitSet();

  /**
   * @throws ProtectionImpossible if a cell with a demand must be shown
   */
  Choices(Table table, Collection<Demand> demands) {
    this.table = table;
    this.choiceOf = new int[table.size()];
    BitSet open = new BitSet();
    for (int cell = 0; cell < table.size(); cell++) {
      if (table.publication(cell) == Publication.ALWAYS) {
        open.set(table.bundle(cell));
      }
    }
    int[] choiceOfBundle = new int[table.bundleCount()];
    Arrays.fill(choiceOfBundle, -1);
    for (int cell = 0; cell < table.size(); cell++) {
      int bundle = table.bundle(cell);
      if (table.publication(cell) == Publication.NEVER) {
        choiceOf[cell] = HIDDEN;
      } else if (open.get(bundle)) {
        choiceOf[cell] = SHOWN;
      } else {
        if (choiceOfBundle[bundle] < 0) {
          choiceOfBundle[bundle] = members.size();
          members.add(new ArrayList<>(1));
        }
        choiceOf[cell] = choiceOfBundle[bundle];
        members.get(choiceOf[cell]).add(cell);
      }
    }
    for (Demand demand : demands) {
      int choice = choiceOf[demand.cell()];
      if (choice == SHOWN) {
        throw new ProtectionImpossible("cell " + demand.cell() + " must be shown and is unsafe");
      }
      if (choice >= 0) {
        forced.set(choice);
      }
    }
  }

  int count() {
    return members.size();
  }

  /** The choice that a cell belongs to, {@link #HIDDEN} or {@link #SHOWN}. */
  int of(int cell) {
    return choiceOf[cell];
  }

  /** Whether the choice is to hide, since one of its cells is unsafe. */
  boolean isForced(int choice) {
    return forced.get(choice);
  }

  List<Integer> members(int choice) {
    return members.get(choice);
  }

  double cost(int choice) {
    return members.get(choice).stream().mapToDouble(table::cost).sum();
  }

  /** Whether all costs are whole numbers, and so the cost of every pattern. */
  boolean haveWholeCosts() {
    for (int choice = 0; choice < count(); choice++) {
      if (cost(choice) != Math.rint(cost(choice))) {
        return false;
      }
    }
    return true;
  }

  /** What the pattern costs. */
  double cost(BitSet hidden) {
    double sum = 0;
    for (int choice = 0; choice < count(); choice++) {
      sum += hidden.get(members.get(choice).get(0)) ? cost(choice) : 0;
    }
    return sum;
  }

  /** The cells that are hidden with these choices. */
  BitSet hidden(BitSet chosen) {
    BitSet hidden = new BitSet();
    for (int cell = 0; cell < choiceOf.length; cell++) {
      hidden.set(
          cell, choiceOf[cell] == HIDDEN || (choiceOf[cell] >= 0 && chosen.get(choiceOf[cell])));
    }
    return hidden;
  }
}
