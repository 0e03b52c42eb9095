package se.samsyn.comparison;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import se.samsyn.schemas.definition.ClassifiedBy;
import se.samsyn.schemas.definition.Code.Band;

/** How an agency knows a person's age: which days of birth an age at a day stands for. */
public enum Births {
  /** By the day of birth: age changes on the birthday. */
  BY_DAY {
    @Override
    NumberLine.Span born(Band ages, LocalDate day) {
      return new NumberLine.Span(
          day.minusYears(atMost(ages.to()) + 1).toEpochDay() + 1,
          day.minusYears(atMost(ages.from())).toEpochDay());
    }
  },
  /** By the year of birth alone: age is the difference of the years. */
  BY_YEAR {
    @Override
    NumberLine.Span born(Band ages, LocalDate day) {
      return new NumberLine.Span(
          LocalDate.of(Math.toIntExact(day.getYear() - atMost(ages.to())), 1, 1).toEpochDay(),
          LocalDate.of(Math.toIntExact(day.getYear() - atMost(ages.from())), 12, 31).toEpochDay());
    }
  };

  /**
   * The readings that differ: where all ages are of one day, days and years of birth divide alike.
   */
  public static List<Births> readings(Collection<CountedTable> tables) {
    long days =
        tables.stream()
            .filter(
                t ->
                    t.definition().dimensions().stream()
                        .anyMatch(d -> d.by() instanceof ClassifiedBy.Age))
            .map(t -> t.period().start())
            .distinct()
            .count();
    return days > 1 ? List.of(values()) : List.of(BY_DAY);
  }

  /** Older than anybody, and still a date. */
  private static final long OLDEST = 1_000;

  /** The days of birth, as epoch days, of who is of these ages at that day. */
  abstract NumberLine.Span born(Band ages, LocalDate day);

  private static long atMost(long age) {
    return Math.min(age, OLDEST);
  }
}
