package se.samsyn.disclosure.optimal;

import java.time.Duration;
import java.util.Collection;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.table.Table;

/**
 * Least-cost protection, for small tables. It promises the same as {@link
 * se.samsyn.disclosure.protect.Protector}, whose pattern it starts from, and says besides how much
 * cheaper a pattern could be at most.
 */
public final class OptimalProtector {
  private OptimalProtector() {}

  /**
   * @param demands for the unsafe cells, which are hidden in any case
   * @param limit after this the best pattern so far is returned, unproven
   * @return a pattern whose certificate has been verified
   * @throws ProtectionImpossible if no pattern is safe, or none was found within the time
   */
  public static OptimalProtection protect(Table table, Collection<Demand> demands, Duration limit) {
    return new Search(table, demands, System.nanoTime() + limit.toNanos()).run();
  }
}
