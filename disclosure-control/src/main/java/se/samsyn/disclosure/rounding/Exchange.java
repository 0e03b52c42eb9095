package se.samsyn.disclosure.rounding;

import se.samsyn.disclosure.rounding.Choice.Penalty;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Improves a choice while turning one cell, or exchanging the ways of two parts of one total,
 * brings totals nearer: first on the whole, then the worst ones.
 */
final class Exchange {
  private static final int ROUNDS = 20;

  /** How many parts of one relation are tried for a cell. */
  private static final int PARTNERS = 40;

  private final TableSpace space;
  private final Choice choice;

  Exchange(TableSpace space, Choice choice) {
    this.space = space;
    this.choice = choice;
  }

  void run() {
    for (Penalty penalty : Penalty.values()) {
      boolean improved = true;
      for (int round = 0; round < ROUNDS && improved; round++) {
        improved = false;
        for (int cell : choice.small()) {
          improved |= improve(cell, penalty);
        }
      }
    }
  }

  private boolean improve(int cell, Penalty penalty) {
    long best = choice.ofTurning(cell, penalty);
    int partner = -1;
    for (int i = 0; i < space.degree(cell); i++) {
      int[] parts = space.relations().get(space.relationOf(cell, i)).cells();
      int at = 0;
      while (parts[at] != cell) {
        at++;
      }
      int tried = 0;
      for (int step = 1; step < parts.length && tried < PARTNERS; step++) {
        int other = parts[(at + step) % parts.length];
        if (choice.isSmall(other) && choice.isUp(other) != choice.isUp(cell)) {
          tried++;
          long growth = choice.ofExchange(cell, other, penalty);
          if (growth < best) {
            best = growth;
            partner = other;
          }
        }
      }
    }
    if (best >= 0) {
      return false;
    }
    if (partner < 0) {
      choice.turn(cell);
    } else {
      choice.turn(cell, partner);
    }
    return true;
  }
}
