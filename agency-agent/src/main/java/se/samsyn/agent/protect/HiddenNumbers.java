package se.samsyn.agent.protect;

import java.util.Map;

/**
 * The numbers of the hidden cells, in memory only: it has no codec and does not print them.
 *
 * @param cells by hidden cell, as {@link CellNumbers} orders them
 */
public record HiddenNumbers(Map<Integer, long[]> cells) {
  public static final HiddenNumbers NONE = new HiddenNumbers(Map.of());

  public HiddenNumbers {
    cells = Map.copyOf(cells);
  }

  /** Never the numbers. */
  @Override
  public String toString() {
    return "HiddenNumbers[" + cells.size() + " cells]";
  }
}
