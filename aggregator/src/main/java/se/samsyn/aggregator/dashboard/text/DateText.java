package se.samsyn.aggregator.dashboard.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import se.samsyn.aggregator.collection.CollectionPlan;

/** The day of an instant in Sweden, as a person writes it. */
public final class DateText {
  private DateText() {}

  public static String of(Instant instant, Texts texts) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(texts.language().locale())
        .format(CollectionPlan.day(instant));
  }
}
