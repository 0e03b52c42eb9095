package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;

/** What each relation by itself says: a cell that is hidden alone in it is known exactly. */
final class RelationCuts {
  private RelationCuts() {}

  static List<Cut> of(Table table, Choices choices) {
    List<Cut> cuts = new ArrayList<>();
    for (Relation relation : table.space().relations()) {
      for (int cell : relation.cells()) {
        int choice = choices.of(cell);
        if (choice >= 0 && table.publication(cell) == Publication.OPTIONAL) {
          BitSet others = new BitSet();
          boolean open = false;
          for (int other : relation.cells()) {
            if (other != cell && table.space().lower(other) < table.space().upper(other)) {
              open |= choices.of(other) == Choices.HIDDEN || choices.of(other) == choice;
              if (choices.of(other) >= 0) {
                others.set(choices.of(other));
              }
            }
          }
          if (!open) {
            cuts.add(Cut.oneOf(others, choices.count(), choices.isForced(choice) ? -1 : choice));
          }
        }
      }
    }
    return cuts;
  }
}
