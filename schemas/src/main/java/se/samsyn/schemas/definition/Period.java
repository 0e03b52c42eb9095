package se.samsyn.schemas.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open period of dates in Europe/Stockholm, written as the field writes it: school year
 * {@code 2025/26}, term {@code HT2025} or {@code VT2026}, year {@code 2026}, quarter {@code
 * 2026K1}, month {@code 2026M01}.
 *
 * @param start the first day that belongs to the period
 * @param end the first day that no longer does
 */
public record Period(PeriodGrain grain, LocalDate start, LocalDate end)
    implements Comparable<Period> {
  private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4})/(\\d{2})");
  private static final Pattern TERM = Pattern.compile("(HT|VT)(\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})K([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})M(0[1-9]|1[0-2])");

  /**
   * @throws IllegalArgumentException when {@code text} is none of the five forms
   */
  @JsonCreator
  public static Period parse(String text) {
    Matcher m;
    if ((m = SCHOOL_YEAR.matcher(text)).matches()) {
      int year = Integer.parseInt(m.group(1));
      if ((year + 1) % 100 != Integer.parseInt(m.group(2))) {
        throw unknown();
      }
      return of(PeriodGrain.SCHOOL_YEAR, LocalDate.of(year, 7, 1), 12);
    }
    if ((m = TERM.matcher(text)).matches()) {
      int year = Integer.parseInt(m.group(2));
      return of(PeriodGrain.TERM, LocalDate.of(year, m.group(1).equals("HT") ? 7 : 1, 1), 6);
    }
    if ((m = YEAR.matcher(text)).matches()) {
      return of(PeriodGrain.YEAR, LocalDate.of(Integer.parseInt(m.group(1)), 1, 1), 12);
    }
    if ((m = QUARTER.matcher(text)).matches()) {
      int month = 3 * Integer.parseInt(m.group(2)) - 2;
      return of(PeriodGrain.QUARTER, LocalDate.of(Integer.parseInt(m.group(1)), month, 1), 3);
    }
    if ((m = MONTH.matcher(text)).matches()) {
      return of(
          PeriodGrain.MONTH,
          LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), 1),
          1);
    }
    throw unknown();
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && date.isBefore(end);
  }

  /** Earlier periods first; of two that start together, the shorter first. */
  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  @Override
  @JsonValue
  public String toString() {
    int year = start.getYear();
    return switch (grain) {
      case SCHOOL_YEAR -> "%04d/%02d".formatted(year, (year + 1) % 100);
      case TERM -> (start.getMonthValue() == 7 ? "HT" : "VT") + "%04d".formatted(year);
      case YEAR -> "%04d".formatted(year);
      case QUARTER -> "%04dK%d".formatted(year, (start.getMonthValue() + 2) / 3);
      case MONTH -> "%04dM%02d".formatted(year, start.getMonthValue());
    };
  }

  private static Period of(PeriodGrain grain, LocalDate start, int months) {
    return new Period(grain, start, start.plusMonths(months));
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "a period is written 2025/26, HT2025, VT2026, 2026, 2026K1 or 2026M01");
  }
}
