package se.samsyn.disclosure.protect;

import se.samsyn.disclosure.table.TableSpace;

/** Relations that are opposite sides of a square: two others join a pair of cells of both. */
final class Squares {
  interface Found {
    void square(int side, int opposite);
  }

  /** So many pairs of a relation are looked at: one is enough unless cells are missing. */
  private static final int PAIRS = 5;

  private final TableSpace space;
  private final int[] seen;
  private int stamp;

  Squares(TableSpace space) {
    this.space = space;
    this.seen = new int[space.size()];
  }

  /** The squares that a relation is a side of. */
  void from(int r, Found found) {
    int[] members = space.relations().get(r).cells();
    for (int k = 0; k + 1 < members.length && k < PAIRS; k++) {
      markBeside(members[k + 1], r);
      from(r, members[k], found);
    }
  }

  private void markBeside(int cell, int except) {
    stamp++;
    for (int i = 0; i < space.degree(cell); i++) {
      int q = space.relationOf(cell, i);
      if (q != except) {
        for (int other : space.relations().get(q).cells()) {
          seen[other] = other == cell ? seen[other] : stamp;
        }
      }
    }
  }

  /** Squares of the relation's cell and the one whose neighbours are marked. */
  private void from(int r, int cell, Found found) {
    for (int i = 0; i < space.degree(cell); i++) {
      int side = space.relationOf(cell, i);
      if (side == r) {
        continue;
      }
      for (int corner : space.relations().get(side).cells()) {
        for (int j = 0; corner != cell && j < space.degree(corner); j++) {
          int opposite = space.relationOf(corner, j);
          if (opposite != side && opposite != r && isMarked(opposite, corner)) {
            found.square(side, opposite);
          }
        }
      }
    }
  }

  private boolean isMarked(int relation, int except) {
    for (int cell : space.relations().get(relation).cells()) {
      if (cell != except && seen[cell] == stamp) {
        return true;
      }
    }
    return false;
  }
}
