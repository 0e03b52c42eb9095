package se.samsyn.disclosure.protect;

/** How a cell can be made to differ: by cells that change together. */
sealed interface Way permits Ray, Sketch {
  /** What changes, ascending. */
  int[] cells();

  /** How far the cell can be raised. */
  long up(int cell);

  /** How far the cell can be lowered, as a positive number. */
  long down(int cell);
}
