package se.samsyn.aggregator.dashboard.text;

import java.time.format.TextStyle;
import se.samsyn.schemas.definition.Period;

/** A period as a person says it: "höstterminen 2025", "autumn term 2025". */
public final class PeriodText {
  private PeriodText() {}

  public static String of(Period period, Texts texts) {
    String year = Integer.toString(period.start().getYear());
    return switch (period.grain()) {
      case SCHOOL_YEAR -> texts.of("period.school-year", period.toString());
      case TERM ->
          texts.of(period.start().getMonthValue() == 7 ? "period.autumn" : "period.spring", year);
      case YEAR -> texts.of("period.year", year);
      case QUARTER ->
          texts.of(
              "period.quarter", Integer.toString((period.start().getMonthValue() + 2) / 3), year);
      case MONTH ->
          texts.of(
              "period.month",
              period.start().getMonth().getDisplayName(TextStyle.FULL, texts.language().locale()),
              year);
    };
  }
}
