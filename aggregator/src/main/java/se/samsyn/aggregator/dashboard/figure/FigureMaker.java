package se.samsyn.aggregator.dashboard.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.reading.Pick;
import se.samsyn.aggregator.reading.Reading;

/** Fills a figure: reads each pair of a row and a column, and finds the scale that fits all. */
final class FigureMaker {
  private static final BigDecimal FULL = BigDecimal.valueOf(1000);

  private final Texts texts;

  FigureMaker(Texts texts) {
    this.texts = texts;
  }

  Figure make(
      String id,
      Figure.Kind kind,
      String title,
      String caption,
      Pick base,
      Axis rows,
      Axis columns) {
    List<List<Pick>> picks =
        rows.entries().stream()
            .map(
                r ->
                    columns.entries().stream()
                        .map(c -> c.narrow().apply(r.narrow().apply(base)))
                        .toList())
            .toList();
    BigDecimal scale =
        picks.stream()
            .flatMap(List::stream)
            .flatMap(p -> p.read().most().map(number(p)::drawn).stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    List<Figure.Row> filled =
        java.util.stream.IntStream.range(0, picks.size())
            .mapToObj(
                i ->
                    new Figure.Row(
                        rows.entries().get(i).label(),
                        rows.entries().get(i).depth(),
                        picks.get(i).stream().map(p -> datum(p, scale)).toList()))
            .toList();
    return new Figure(
        id,
        kind,
        title,
        caption,
        rows.title(),
        columns.entries().stream().map(Axis.Entry::label).toList(),
        filled,
        Stream.concat(rows.notes().stream(), columns.notes().stream()).distinct().toList(),
        Optional.empty(),
        scale);
  }

  private Figure.Datum datum(Pick pick, BigDecimal scale) {
    Reading reading = pick.read();
    NumberText number = number(pick);
    return new Figure.Datum(
        reading.state(),
        number.cell(reading),
        reading.least().map(number::drawn).map(FigureMaker::plain).orElse(""),
        reading.most().map(number::drawn).map(FigureMaker::plain).orElse(""),
        reading.least().map(number::drawn).map(v -> position(v, scale)).orElse(0),
        reading.most().map(number::drawn).map(v -> position(v, scale)).orElse(0));
  }

  private NumberText number(Pick pick) {
    return NumberText.of(pick.measure(), pick.cube().definition(), texts);
  }

  private static int position(BigDecimal value, BigDecimal scale) {
    return scale.signum() == 0
        ? 0
        : value.multiply(FULL).divide(scale, 0, RoundingMode.HALF_UP).intValueExact();
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
