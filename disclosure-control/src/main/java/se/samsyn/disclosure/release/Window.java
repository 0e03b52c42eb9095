package se.samsyn.disclosure.release;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A stretch of time, half-open.
 *
 * @param from the first day
 * @param until the first day that is no longer in it
 */
public record Window(LocalDate from, LocalDate until) {
  public Window {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a window must end after it begins");
    }
  }

  public boolean intersects(Window other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  public boolean contains(Window other) {
    return !from.isAfter(other.from) && !until.isBefore(other.until);
  }
}
