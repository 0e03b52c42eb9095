package se.samsyn.aggregator.dashboard.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Reading;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Measure;

/**
 * How a measure's numbers are written: scale, decimals and unit, in the reader's language. An
 * interval is rounded outwards, so that it stays true.
 */
final class NumberText {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FEW = new BigDecimal("0.1");

  /** A number and its unit are never on two lines. */
  private static final String NO_BREAK = "\u00a0";

  private static final String PERCENT = NO_BREAK + "%";

  private final Texts texts;
  private final BigDecimal factor;
  private final int decimals;
  private final String suffix;

  private NumberText(Texts texts, BigDecimal factor, int decimals, String suffix) {
    this.texts = texts;
    this.factor = factor;
    this.decimals = decimals;
    this.suffix = suffix;
  }

  static NumberText of(Measure measure, Definition definition, Texts texts) {
    if (measure instanceof Measure.Sum s) {
      return amount(s.unit(), 0, texts);
    }
    if (measure instanceof Measure.Mean m) {
      Measure.AmountUnit unit = unit(m, definition);
      return amount(unit, unit == Measure.AmountUnit.ORE ? 0 : 1, texts);
    }
    if (measure instanceof Measure.Count) {
      return new NumberText(texts, BigDecimal.ONE, 0, "");
    }
    return new NumberText(texts, HUNDRED, 0, PERCENT);
  }

  private static NumberText amount(Measure.AmountUnit unit, int decimals, Texts texts) {
    BigDecimal factor = unit == Measure.AmountUnit.ORE ? new BigDecimal("0.01") : BigDecimal.ONE;
    return new NumberText(texts, factor, decimals, NO_BREAK + texts.of("unit." + word(unit)));
  }

  private static Measure.AmountUnit unit(Measure.Mean mean, Definition definition) {
    return definition.measures().stream()
        .filter(Measure.Sum.class::isInstance)
        .map(Measure.Sum.class::cast)
        .filter(s -> s.id().equals(mean.of()))
        .findFirst()
        .orElseThrow()
        .unit();
  }

  private static String word(Measure.AmountUnit unit) {
    return unit.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** As a cell of a table: the number, {@code 19–28}, or the state's symbol. */
  String cell(Reading reading) {
    if (reading instanceof Reading.Exact e) {
      return number(e.value(), RoundingMode.HALF_UP, decimals(reading)) + suffix;
    }
    if (reading instanceof Reading.Between b) {
      String lower = number(b.lower(), RoundingMode.FLOOR, decimals(reading));
      String upper = number(b.upper(), RoundingMode.CEILING, decimals(reading));
      return (lower.equals(upper) ? lower : lower + "–" + upper) + suffix;
    }
    return symbol(reading);
  }

  /** The number that a chart draws, in the unit that the table shows. */
  BigDecimal drawn(BigDecimal value) {
    return value.multiply(factor);
  }

  /** The symbol of a state that has no number; empty for one that has. */
  static String symbol(Reading reading) {
    if (reading instanceof Reading.Suppressed) {
      return "..";
    }
    if (reading instanceof Reading.NotApplicable) {
      return ".";
    }
    return reading instanceof Reading.NotReported ? "..." : "";
  }

  /** Among shares of a few per cent a difference shows in the decimal. */
  private int decimals(Reading reading) {
    boolean few = reading.most().filter(m -> m.compareTo(FEW) < 0).isPresent();
    return suffix.equals(PERCENT) && few ? 1 : decimals;
  }

  private String number(BigDecimal value, RoundingMode rounding, int decimals) {
    DecimalFormat format =
        (DecimalFormat) NumberFormat.getNumberInstance(texts.language().locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(rounding);
    return format.format(drawn(value));
  }
}
