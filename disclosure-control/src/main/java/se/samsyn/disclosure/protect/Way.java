package se.samsyn.disclosure.protect;

import java.util.Arrays;
import se.samsyn.disclosure.certificate.Attacker;

/** How a cell can be made to differ: by cells that change together. */
sealed interface Way permits Ray, Sketch {
  /** What changes, ascending. */
  int[] cells();

  /** How far the cell can be raised. */
  long up(int cell);

  /** How far the cell can be lowered, as a positive number. */
  long down(int cell);

  /** Whether somebody who knows these cells would notice. */
  default boolean isSeenBy(Attacker attacker) {
    return attacker.knows().stream().anyMatch(known -> Arrays.binarySearch(cells(), known) >= 0);
  }
}
