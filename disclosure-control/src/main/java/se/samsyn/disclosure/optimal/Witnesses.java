package se.samsyn.disclosure.optimal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import se.samsyn.disclosure.certificate.Certificate;
import se.samsyn.disclosure.certificate.Claim;
import se.samsyn.disclosure.certificate.Deviation;
import se.samsyn.disclosure.protect.Demand;

/** Possible tables found so far, as differences from the true one, and what they prove. */
final class Witnesses {
  private final Set<Deviation> known = new LinkedHashSet<>();
  private final List<Deviation> deviations = new ArrayList<>();

  void add(Deviation deviation) {
    if (known.add(deviation)) {
      deviations.add(deviation);
    }
  }

  /** Which deviation within the hidden cells moves the demand's cell farthest; empty if none. */
  OptionalInt farthest(BitSet hidden, Demand demand, boolean up) {
    long most = 0;
    int best = -1;
    for (int i = 0; i < deviations.size(); i++) {
      long change = deviations.get(i).at(demand.cell());
      long far = up ? change : -change;
      if (far > most && isPossible(hidden, demand, deviations.get(i))) {
        most = far;
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** How far the cell is known to be movable, as a number that is not negative. */
  long reach(BitSet hidden, Demand demand, boolean up) {
    OptionalInt at = farthest(hidden, demand, up);
    return at.isEmpty() ? 0 : Math.abs(deviations.get(at.getAsInt()).at(demand.cell()));
  }

  Certificate certificate(BitSet hidden, List<Demand> demands) {
    Map<Deviation, Integer> used = new LinkedHashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Demand demand : demands) {
      claims.add(
          new Claim(
              demand.cell(),
              demand.attacker(),
              demand.requirement(),
              place(farthest(hidden, demand, true), used),
              place(farthest(hidden, demand, false), used)));
    }
    return new Certificate(hidden, List.copyOf(used.keySet()), claims);
  }

  private OptionalInt place(OptionalInt at, Map<Deviation, Integer> used) {
    if (at.isEmpty()) {
      return at;
    }
    return OptionalInt.of(used.computeIfAbsent(deviations.get(at.getAsInt()), d -> used.size()));
  }

  private static boolean isPossible(BitSet hidden, Demand demand, Deviation deviation) {
    for (int cell : deviation.cells()) {
      if (!hidden.get(cell)) {
        return false;
      }
    }
    return !demand.attacker().sees(deviation);
  }
}
