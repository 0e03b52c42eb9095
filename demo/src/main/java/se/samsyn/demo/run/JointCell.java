package se.samsyn.demo.run;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A cell of a joint table as a reader gets it.
 *
 * @param codes one per dimension, {@code _T} for a total
 * @param state what is known of it
 * @param lower the number, or the lower bound of an interval; empty where nothing is known
 * @param upper the number, or the upper bound of an interval; empty where nothing is known
 */
public record JointCell(
    List<String> codes, String measure, State state, OptionalLong lower, OptionalLong upper) {
  /** What is known of a joint cell. */
  public enum State {
    VALUE,
    INTERVAL,
    SUPPRESSED,
    NOT_APPLICABLE,
    NOT_REPORTED;

    /**
     * @param word as the extracts write it, such as {@code not-reported}
     */
    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
