package se.samsyn.disclosure.certificate;

import java.util.Arrays;
import java.util.List;

/**
 * Who looks at the table: besides what is published, an attacker knows the values of some hidden
 * cells (its own). The outsider knows none.
 */
public record Attacker(List<Integer> knows) {
  /** Everybody. */
  public static final Attacker OUTSIDER = new Attacker(List.of());

  public Attacker {
    knows = List.copyOf(knows);
  }

  public static Attacker knowing(int... cells) {
    return new Attacker(Arrays.stream(cells).boxed().toList());
  }

  /** Whether the attacker would see that a table is not the true one. */
  public boolean sees(Deviation deviation) {
    return seesChangeOf(deviation.cells());
  }

  /**
   * Whether the attacker would see that these cells have changed.
   *
   * @param cells ascending
   */
  public boolean seesChangeOf(int[] cells) {
    return knows.stream().anyMatch(cell -> Arrays.binarySearch(cells, cell) >= 0);
  }
}
