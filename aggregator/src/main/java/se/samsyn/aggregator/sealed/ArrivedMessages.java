package se.samsyn.aggregator.sealed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.sealed.Address;
import se.samsyn.schemas.sealed.SealedStep;

/** Which messages of an attempt have arrived: addresses only, and of no message what is in it. */
final class ArrivedMessages {
  private final Map<SealedStep, Set<Address>> arrived = new HashMap<>();

  void add(Address address) {
    arrived.computeIfAbsent(address.step(), s -> new HashSet<>()).add(address);
  }

  boolean has(Address address) {
    return arrived.getOrDefault(address.step(), Set.of()).contains(address);
  }

  /** How many messages of a step an agency has put. */
  long count(SealedStep step, AgencyId from) {
    return arrived.getOrDefault(step, Set.of()).stream().filter(a -> a.from().equals(from)).count();
  }

  boolean any(SealedStep step) {
    return arrived.containsKey(step);
  }

  /** The largest number of a step's messages; -1 where there are none. */
  int last(SealedStep step) {
    return arrived.getOrDefault(step, Set.of()).stream().mapToInt(Address::number).max().orElse(-1);
  }
}
