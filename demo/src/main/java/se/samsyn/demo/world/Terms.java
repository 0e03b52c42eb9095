package se.samsyn.demo.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import se.samsyn.schemas.definition.Period;

/** The two school years of the demo, term by term. */
public final class Terms {
  /** In order of time. */
  public static final List<Period> ALL =
      List.of(
          Period.parse("HT2024"),
          Period.parse("VT2025"),
          Period.parse("HT2025"),
          Period.parse("VT2026"));

  private Terms() {}

  /** Some day of {@code term}. */
  static LocalDate dayOf(Period term, Random random) {
    return term.start()
        .plusDays(random.nextInt((int) ChronoUnit.DAYS.between(term.start(), term.end())));
  }
}
