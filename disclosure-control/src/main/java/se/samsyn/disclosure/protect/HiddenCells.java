package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** The cells hidden so far, by bundle. */
final class HiddenCells {
  private final Table table;
  private final BitSet cells = new BitSet();
  private final List<List<Integer>> members = new ArrayList<>();

  HiddenCells(Table table) {
    this.table = table;
    for (int i = 0; i < table.bundleCount(); i++) {
      members.add(new ArrayList<>(1));
    }
    for (int cell = 0; cell < table.size(); cell++) {
      members.get(table.bundle(cell)).add(cell);
      if (table.publication(cell) == Publication.NEVER) {
        cells.set(cell);
      }
    }
  }

  boolean isHidden(int cell) {
    return cells.get(cell);
  }

  /**
   * Hides the cell and its bundle.
   *
   * @throws ProtectionImpossible if one of them must be shown
   */
  void hide(int cell) {
    if (table.publication(cell) == Publication.NEVER) {
      return;
    }
    for (int member : members.get(table.bundle(cell))) {
      if (table.publication(member) == Publication.ALWAYS) {
        throw new ProtectionImpossible("cell " + member + " must be shown and is unsafe");
      }
      cells.set(member);
    }
  }

  void show(int cell) {
    members.get(table.bundle(cell)).forEach(cells::clear);
  }

  List<Integer> bundle(int cell) {
    return members.get(table.bundle(cell));
  }

  int count() {
    return cells.cardinality();
  }

  BitSet cells() {
    return (BitSet) cells.clone();
  }

  /** That no hidden cell which could have been shown is known exactly. */
  List<Demand> notExact() {
    return cells.stream()
        .filter(cell -> table.publication(cell) == Publication.OPTIONAL)
        .mapToObj(cell -> Demand.of(cell, Requirement.notExact(table.value(cell))))
        .toList();
  }
}
