package se.samsyn.disclosure.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.table.Table;

/** The ways found so far, and what they prove. All of them run within hidden cells. */
final class RayPool {
  private final Table table;
  private final List<Way> ways = new ArrayList<>();
  private final BitSet gone = new BitSet();
  private final List<List<Integer>> byCell;

  /** The farthest that a cell can be raised and lowered, and by which rays (-1: the true table). */
  record Reach(long up, long down, int high, int low) {}

  RayPool(Table table) {
    this.table = table;
    this.byCell = new ArrayList<>(table.size());
    for (int i = 0; i < table.size(); i++) {
      byCell.add(null);
    }
  }

  void add(Way way) {
    int number = ways.size();
    ways.add(way);
    for (int cell : way.cells()) {
      if (byCell.get(cell) == null) {
        byCell.set(cell, new ArrayList<>());
      }
      byCell.get(cell).add(number);
    }
  }

  /** Forgets the ways through a cell and returns their numbers. */
  BitSet removeThrough(int cell) {
    BitSet removed = through(cell);
    gone.or(removed);
    return removed;
  }

  void restore(BitSet numbers) {
    gone.andNot(numbers);
  }

  /** The ways that change a cell. */
  BitSet through(int cell) {
    BitSet through = new BitSet();
    if (byCell.get(cell) != null) {
      byCell.get(cell).forEach(through::set);
      through.andNot(gone);
    }
    return through;
  }

  Way way(int number) {
    return ways.get(number);
  }

  /** What is proven. */
  Reach reach(int cell, Attacker attacker) {
    return reach(cell, way -> way instanceof Ray && !attacker.seesChangeOf(way.cells()));
  }

  /** What is likely, sketches included. */
  Reach likelyReach(int cell, Attacker attacker) {
    return reach(cell, way -> !attacker.seesChangeOf(way.cells()));
  }

  private Reach reach(int cell, Predicate<Way> counts) {
    long up = 0;
    long down = 0;
    int high = -1;
    int low = -1;
    List<Integer> through = byCell.get(cell);
    if (through != null) {
      for (int number : through) {
        Way way = ways.get(number);
        if (!gone.get(number) && (way.up(cell) > up || way.down(cell) > down) && counts.test(way)) {
          if (way.up(cell) > up) {
            up = way.up(cell);
            high = number;
          }
          if (way.down(cell) > down) {
            down = way.down(cell);
            low = number;
          }
        }
      }
    }
    return new Reach(up, down, high, low);
  }

  boolean meets(Demand demand) {
    return meets(demand, reach(demand.cell(), demand.attacker()));
  }

  /** Whether ways, sketches included, meet the demand. */
  boolean likelyMeets(Demand demand) {
    return meets(demand, likelyReach(demand.cell(), demand.attacker()));
  }

  private boolean meets(Demand demand, Reach reach) {
    long value = table.value(demand.cell());
    return demand.requirement().isMetBy(value - reach.down, value + reach.up);
  }

  /** The proof of these demands, all of which must be met. */
  Certificate certificate(BitSet hidden, List<Demand> demands) {
    Map<Deviation, Integer> deviations = new LinkedHashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Demand demand : demands) {
      Reach reach = reach(demand.cell(), demand.attacker());
      claims.add(
          new Claim(
              demand.cell(),
              demand.attacker(),
              demand.requirement(),
              place(reach.high, demand.cell(), true, deviations),
              place(reach.low, demand.cell(), false, deviations)));
    }
    return new Certificate(hidden, List.copyOf(deviations.keySet()), claims);
  }

  private OptionalInt place(int number, int cell, boolean up, Map<Deviation, Integer> deviations) {
    if (number < 0) {
      return OptionalInt.empty();
    }
    Deviation deviation = ((Ray) ways.get(number)).farthest(cell, up);
    return OptionalInt.of(deviations.computeIfAbsent(deviation, d -> deviations.size()));
  }
}
