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
    List<Line> lines =
        rows.entries().stream()
            .map(
                r ->
                    new Line(
                        r.label(),
                        r.depth(),
                        columns.entries().stream()
                            .map(c -> Place.one(c.narrow().apply(r.narrow().apply(base))))
                            .toList()))
            .toList();
    return make(
        id,
        kind,
        title,
        caption,
        rows.title(),
        columns.entries().stream().map(Axis.Entry::label).toList(),
        lines,
        Stream.concat(rows.notes().stream(), columns.notes().stream()).distinct().toList());
  }

  /**
   * A row of numbers.
   *
   * @param places as wide together as the columns
   */
  record Line(String label, int depth, List<Place> places) {
    Line {
      places = List.copyOf(places);
    }
  }

  /**
   * Where a number is, of one column or of several together.
   *
   * @param about the classes that it is of; empty for one column
   */
  record Place(Pick pick, int span, String about) {
    static Place one(Pick pick) {
      return new Place(pick, 1, "");
    }
  }

  /** A figure whose rows need not be divided alike. */
  Figure make(
      String id,
      Figure.Kind kind,
      String title,
      String caption,
      String rowTitle,
      List<String> columns,
      List<Line> lines,
      List<String> notes) {
    BigDecimal scale =
        lines.stream()
            .flatMap(line -> line.places().stream())
            .map(Place::pick)
            .flatMap(p -> p.read().most().map(number(p)::drawn).stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    List<Figure.Row> filled =
        lines.stream()
            .map(
                line ->
                    new Figure.Row(
                        line.label(),
                        line.depth(),
                        line.places().stream().map(place -> datum(place, scale)).toList()))
            .toList();
    return new Figure(
        id, kind, title, caption, rowTitle, columns, filled, notes, Optional.empty(), scale);
  }

  private Figure.Datum datum(Place place, BigDecimal scale) {
    Pick pick = place.pick();
    Reading reading = pick.read();
    NumberText number = number(pick);
    return new Figure.Datum(
        reading.state(),
        number.cell(reading),
        reading.least().map(number::drawn).map(FigureMaker::plain).orElse(""),
        reading.most().map(number::drawn).map(FigureMaker::plain).orElse(""),
        reading.least().map(number::drawn).map(v -> position(v, scale)).orElse(0),
        reading.most().map(number::drawn).map(v -> position(v, scale)).orElse(0),
        place.span(),
        place.about());
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
