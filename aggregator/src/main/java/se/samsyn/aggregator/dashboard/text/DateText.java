package se.samsyn.aggregator.dashboard.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The day of an instant in Sweden, as a person writes it. */
public final class DateText {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private DateText() {}

  public static String of(Instant instant, Texts texts) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(texts.language().locale())
        .format(instant.atZone(SWEDEN));
  }
}
