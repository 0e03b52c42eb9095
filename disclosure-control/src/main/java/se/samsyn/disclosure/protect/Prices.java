package se.samsyn.disclosure.protect;

import se.samsyn.disclosure.table.Table;

/**
 * What changing a cell costs a search: almost nothing if it is hidden already, little if the guide
 * wants it hidden, else what hiding it costs.
 */
final class Prices {
  /** Not 0, so that rays stay short. */
  private static final double HIDDEN = 1e-3;

  private static final double WANTED = 0.01;

  private final Table table;
  private final HiddenCells hidden;
  private final double[] wanted;

  /**
   * @param wanted from 0 to 1 per bundle, or empty if there is no guide
   */
  Prices(Table table, HiddenCells hidden, double[] wanted) {
    this.table = table;
    this.hidden = hidden;
    this.wanted = wanted;
  }

  double of(int cell) {
    return hidden.isHidden(cell) ? HIDDEN : ofHiding(cell);
  }

  /** As if it were not hidden yet. */
  double ofHiding(int cell) {
    return table.cost(cell) * Math.max(WANTED, 1 - wanted(cell));
  }

  /** Whether the guide wants the cell hidden, if only in part. */
  boolean isWanted(int cell) {
    return wanted(cell) > 0.01;
  }

  private double wanted(int cell) {
    return wanted.length == 0 ? 0 : wanted[table.bundle(cell)];
  }
}
