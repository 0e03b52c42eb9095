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

/** The directions found so far, and what they prove. All of them run within hidden cells. */
final class RayPool {
  private final Table table;
  private final List<Ray> rays = new ArrayList<>();
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

  void add(Ray ray) {
    int number = rays.size();
    rays.add(ray);
    for (int cell : ray.step().cells()) {
      if (byCell.get(cell) == null) {
        byCell.set(cell, new ArrayList<>());
      }
      byCell.get(cell).add(number);
    }
  }

  /** Forgets the rays through a cell and returns their numbers. */
  BitSet removeThrough(int cell) {
    BitSet removed = through(cell);
    gone.or(removed);
    return removed;
  }

  void restore(BitSet numbers) {
    gone.andNot(numbers);
  }

  /** The rays that change a cell. */
  BitSet through(int cell) {
    BitSet through = new BitSet();
    if (byCell.get(cell) != null) {
      byCell.get(cell).forEach(through::set);
      through.andNot(gone);
    }
    return through;
  }

  Ray ray(int number) {
    return rays.get(number);
  }

  Reach reach(int cell, Attacker attacker) {
    return reach(cell, ray -> attacker.knows().isEmpty() || !attacker.sees(ray.step()));
  }

  private Reach reach(int cell, Predicate<Ray> unseen) {
    long up = 0;
    long down = 0;
    int high = -1;
    int low = -1;
    List<Integer> through = byCell.get(cell);
    if (through != null) {
      for (int number : through) {
        Ray ray = rays.get(number);
        if (!gone.get(number) && (ray.up(cell) > up || ray.down(cell) > down) && unseen.test(ray)) {
          if (ray.up(cell) > up) {
            up = ray.up(cell);
            high = number;
          }
          if (ray.down(cell) > down) {
            down = ray.down(cell);
            low = number;
          }
        }
      }
    }
    return new Reach(up, down, high, low);
  }

  boolean meets(Demand demand) {
    Reach reach = reach(demand.cell(), demand.attacker());
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
    Deviation deviation = rays.get(number).farthest(cell, up);
    return OptionalInt.of(deviations.computeIfAbsent(deviation, d -> deviations.size()));
  }
}
