package se.samsyn.disclosure.history;

import java.util.Optional;
import java.util.function.ToLongFunction;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.rule.Requirement;

/**
 * The groups that come out when groupings cut each other, such as a single age between two age
 * groups. No table has them as a cell, and yet they may be too small to be known: two tables that
 * are safe apart can be subtracted. Only who has the data can answer for them.
 */
public interface FinerGroups {
  /** The true value of a group. */
  long value(Footprint group);

  /** What an attacker must be left with for a group; empty if it is not unsafe. */
  Optional<Requirement> requirement(Footprint group, long value);

  /**
   * Counts of persons under a minimum frequency. Unions of groups need no demands of their own: a
   * union below k holds a group below k that is not empty, or nobody.
   */
  static FinerGroups counts(ToLongFunction<Footprint> values, MinimumFrequency rule) {
    return new FinerGroups() {
      @Override
      public long value(Footprint group) {
        return values.applyAsLong(group);
      }

      @Override
      public Optional<Requirement> requirement(Footprint group, long value) {
        return rule.isUnsafe(value) ? Optional.of(rule.forPersons(value)) : Optional.empty();
      }
    };
  }
}
