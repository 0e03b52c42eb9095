package se.samsyn.disclosure.release;

import java.util.HashMap;
import java.util.Map;

/**
 * What is no news although it is narrow: earlier releases, or one table whose makers answered for
 * it, tell it by themselves just as closely. What takes a program to find is not forgiven.
 */
final class Forgiveness {
  /** Stands for all earlier releases together. */
  private static final int EARLIER = -1;

  private final Union union;
  private final Rows rows;
  private final Map<Integer, Knowledge> known = new HashMap<>();

  Forgiveness(Union union, Rows rows) {
    this.union = union;
    this.rows = rows;
  }

  /**
   * @param range how far a number is known to who has everything
   */
  boolean covers(int number, Range range) {
    if (isToldBy(EARLIER, number, range)) {
      return true;
    }
    // An earlier table tells nothing that all earlier releases do not tell.
    for (int table = 0; table < union.sources().size(); table++) {
      Source source = union.sources().get(table);
      if (source.isNew() && source.isAnsweredFor() && isToldBy(table, number, range)) {
        return true;
      }
    }
    return false;
  }

  private boolean isToldBy(int source, int number, Range range) {
    Knowledge alone = known.computeIfAbsent(source, this::knowledge);
    return range.isAsWideAs(UnionAttack.bounds(alone, number));
  }

  private Knowledge knowledge(int source) {
    return new Knowledge(
        union,
        rows,
        table -> source == EARLIER ? !union.sources().get(table).isNew() : table == source);
  }
}
