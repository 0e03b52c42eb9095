package se.samsyn.disclosure.optimal;

import java.util.BitSet;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;

/** Tries every pattern of a tiny table against every table that its attackers cannot exclude. */
final class EveryPattern {
  private final TinyTable tiny;
  private final Table table;
  private final int patterns;
  private final int[][] up;
  private final int[][] down;

  EveryPattern(TinyTable tiny) {
    this.tiny = tiny;
    this.table = tiny.table();
    this.patterns = 1 << table.size();
    this.up = new int[table.size()][patterns];
    this.down = new int[table.size()][patterns];
    enumerate(new long[table.size()], 0);
    for (int cell = 0; cell < table.size(); cell++) {
      spread(up[cell]);
      spread(down[cell]);
    }
  }

  /** What the cheapest safe pattern costs; infinite if none is safe. */
  double leastCost() {
    double least = Double.POSITIVE_INFINITY;
    for (int pattern = 0; pattern < patterns; pattern++) {
      if (isSafe(pattern)) {
        least = Math.min(least, cost(pattern));
      }
    }
    return least;
  }

  boolean isSafe(BitSet hidden) {
    return isSafe(hidden.stream().map(cell -> 1 << cell).sum());
  }

  private double cost(int pattern) {
    double cost = 0;
    for (int cell = 0; cell < table.size(); cell++) {
      boolean counts = (pattern >> cell & 1) == 1 && table.publication(cell) != Publication.NEVER;
      cost += counts ? table.cost(cell) : 0;
    }
    return cost;
  }

  private boolean isSafe(int pattern) {
    for (int cell = 0; cell < table.size(); cell++) {
      boolean hidden = (pattern >> cell & 1) == 1;
      Publication publication = table.publication(cell);
      if (hidden ? publication == Publication.ALWAYS : publication == Publication.NEVER) {
        return false;
      }
      for (int other = 0; other < cell; other++) {
        boolean together =
            table.bundle(cell) == table.bundle(other)
                && publication != Publication.NEVER
                && table.publication(other) != Publication.NEVER;
        if (together && hidden != ((pattern >> other & 1) == 1)) {
          return false;
        }
      }
      Requirement inexact = Requirement.notExact(table.value(cell));
      if (hidden
          && publication == Publication.OPTIONAL
          && !isMet(pattern, Demand.of(cell, inexact))) {
        return false;
      }
    }
    return tiny.demands().stream()
        .allMatch(demand -> (pattern >> demand.cell() & 1) == 1 && isMet(pattern, demand));
  }

  private boolean isMet(int pattern, Demand demand) {
    int unknown = pattern;
    for (int known : demand.attacker().knows()) {
      unknown &= ~(1 << known);
    }
    long value = table.value(demand.cell());
    return demand
        .requirement()
        .isMetBy(value - down[demand.cell()][unknown], value + up[demand.cell()][unknown]);
  }

  private void enumerate(long[] values, int cell) {
    if (cell == 2 * tiny.columns()) {
      TinyTable.sum(values, tiny.columns());
      note(values);
      return;
    }
    for (int value = 0; value <= tiny.most(); value++) {
      values[cell] = value;
      enumerate(values, cell + 1);
    }
  }

  private void note(long[] values) {
    int changed = 0;
    for (int cell = 0; cell < values.length; cell++) {
      changed |= values[cell] == table.value(cell) ? 0 : 1 << cell;
    }
    for (int cell = 0; cell < values.length; cell++) {
      int change = (int) (values[cell] - table.value(cell));
      up[cell][changed] = Math.max(up[cell][changed], change);
      down[cell][changed] = Math.max(down[cell][changed], -change);
    }
  }

  /** What can be reached with fewer changes can be reached with more hidden. */
  private void spread(int[] reach) {
    for (int bit = 1; bit < patterns; bit <<= 1) {
      for (int pattern = 0; pattern < patterns; pattern++) {
        if ((pattern & bit) != 0) {
          reach[pattern] = Math.max(reach[pattern], reach[pattern ^ bit]);
        }
      }
    }
  }
}
