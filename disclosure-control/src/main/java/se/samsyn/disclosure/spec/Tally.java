package se.samsyn.disclosure.spec;

/** Adds up one measure over rows. */
interface Tally {
  /**
   * @param cell the finest cell of the row
   */
  void add(int person, int cell, long amount);

  /** The measure in all cells, totals included. */
  Measured measured();
}
