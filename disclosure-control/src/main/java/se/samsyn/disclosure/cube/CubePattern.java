package se.samsyn.disclosure.cube;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.samsyn.disclosure.protect.Protection;

/**
 * Which cells of a cube are hidden, in all measures alike, and why.
 *
 * @param reasons per hidden cell of the cube
 * @param protection the whole system's pattern with its certificate; it holds true values
 */
public record CubePattern(Map<Integer, HiddenBecause> reasons, Protection protection) {
  public CubePattern {
    reasons = Map.copyOf(reasons);
  }

  public boolean isHidden(int cell) {
    return reasons.containsKey(cell);
  }

  /** Why a cell is hidden; empty if it is published. */
  public Optional<HiddenBecause> reason(int cell) {
    return Optional.ofNullable(reasons.get(cell));
  }

  /** The hidden cells of the cube. */
  public BitSet hidden() {
    BitSet hidden = new BitSet();
    reasons.keySet().forEach(hidden::set);
    return hidden;
  }

  /** How many cells are hidden for each reason. */
  public Map<HiddenBecause, Integer> counts() {
    Map<HiddenBecause, Integer> counts = new EnumMap<>(HiddenBecause.class);
    reasons.values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
    return counts;
  }
}
