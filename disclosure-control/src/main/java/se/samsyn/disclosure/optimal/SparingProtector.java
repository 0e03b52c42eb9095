package se.samsyn.disclosure.optimal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.table.Table;

/**
 * Interval protection that seeks a cheapest pattern where the table is so small that one is found
 * in seconds.
 */
public final class SparingProtector {
  /** Tables with more cells are protected as {@link Protector} does. */
  private static final int SMALL = 250;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private SparingProtector() {}

  /**
   * @param demands for the unsafe cells, which are hidden in any case
   * @return a pattern whose certificate has been verified: of a small table a cheapest one, or
   *     else, where none was proven to be it in time, the one that {@link Protector} gives. A
   *     slower machine may so get the second of two patterns, never one that a search happened to
   *     be at.
   */
  public static Protection protect(Table table, Collection<Demand> demands, Options options) {
    if (table.size() <= SMALL && options.cleanUp()) {
      Optional<Protection> cheapest = cheapest(table, demands);
      if (cheapest.isPresent()) {
        return cheapest.get();
      }
    }
    return Protector.protect(table, demands, options);
  }

  private static Optional<Protection> cheapest(Table table, Collection<Demand> demands) {
    try {
      OptimalProtection best = OptimalProtector.protect(table, demands, PATIENCE);
      return best.proven() ? Optional.of(best.protection()) : Optional.empty();
    } catch (ProtectionImpossible e) {
      // None was found in time, or there is none: the other method says which.
      return Optional.empty();
    }
  }
}
