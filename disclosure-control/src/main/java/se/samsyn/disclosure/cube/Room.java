package se.samsyn.disclosure.cube;

import se.samsyn.disclosure.rule.Requirement;

/**
 * How much an attacker must be left unsure of a number, seen from its true value.
 *
 * @param below how far below it the attacker's interval must reach, at least; not below 0
 * @param above how far above it
 * @param width how wide the interval must be
 */
public record Room(long below, long above, long width) {
  /** Only that the number is not known exactly. */
  public static final Room NOT_EXACT = new Room(0, 0, 1);

  Requirement around(long value) {
    return new Requirement(Math.max(0, value - below), Math.addExact(value, above), width);
  }
}
