package se.samsyn.agent.source;

import java.time.LocalDate;

/** Dates as non-negative numbers: days from the first day of 1600. */
public final class Days {
  static final LocalDate ZERO = LocalDate.of(1600, 1, 1);

  private Days() {}

  /** The number of a date; negative before 1600. */
  public static long of(LocalDate date) {
    return date.toEpochDay() - ZERO.toEpochDay();
  }

  public static LocalDate date(long days) {
    return LocalDate.ofEpochDay(days + ZERO.toEpochDay());
  }
}
