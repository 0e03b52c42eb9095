package se.samsyn.aggregator.dashboard.figure;

import java.util.List;
import se.samsyn.aggregator.dashboard.text.Texts;

/**
 * A figure as a picture of its own for a slide, drawn by the server: one bar a number, a light part
 * for a band, a hatch for what is protected, a dashed frame for what is not reported.
 *
 * @param heading the question that the figure answers
 * @param source where the numbers are from, in one line
 */
public record Chart(Figure figure, String heading, String source, Texts texts) {
  static final int WIDTH = 1000;
  static final String INK = "#1d2b2e";
  static final String SOFT = "#4d5d61";
  private static final List<String> COLOURS =
      List.of("#1f7a84", "#b06f0a", "#5a55a3", "#4c7a34", "#a2466e", "#5d6b70", "#8a5a2b");
  private static final int MARGIN = 24;
  private static final int GAP = 8;

  /** Room for a letter, by the size of the text; a little more than letters take. */
  private static final double LETTER = 0.62;

  private static final int LABEL_SIZE = 16;
  private static final int NUMBER_SIZE = 14;
  private static final int LEAST_LABELS = 160;
  private static final int MOST_LABELS = 480;
  private static final int LEAST_BARS = 120;
  private static final int LINE = 26;
  private static final int HEAD = 84;
  private static final int FOOT_LINE = 22;

  /** How high the picture is. */
  int height() {
    int lines = figure.rows().stream().mapToInt(r -> r.data().size()).sum();
    return HEAD
        + lines * LINE
        + figure.rows().size() * 10
        + (figure.notes().size() + (figure.needsLegend() ? 2 : 1)) * FOOT_LINE
        + 26;
  }

  /** Its name for those who do not see it. */
  String title() {
    return heading + ": " + figure.title();
  }

  void draw(Canvas canvas) {
    canvas.bar(0, 0, WIDTH, height(), "#ffffff", 1);
    canvas.text(MARGIN, 38, heading, 24, true, INK);
    canvas.text(MARGIN, 64, figure.title(), 17, false, SOFT);
    int y = HEAD;
    for (Figure.Row row : figure.rows()) {
      canvas.text(MARGIN + LABEL_SIZE * row.depth(), y + 18, row.label(), LABEL_SIZE, false, INK);
      for (int place = 0; place < row.data().size(); place++) {
        line(canvas, row, place, y);
        y += LINE;
      }
      y += 10;
    }
    y += 20;
    for (String note : figure.notes()) {
      canvas.text(MARGIN, y, note, 13, false, SOFT);
      y += FOOT_LINE;
    }
    if (figure.needsLegend()) {
      canvas.text(MARGIN, y, texts.of("chart.legend"), 13, false, SOFT);
      y += FOOT_LINE;
    }
    canvas.text(MARGIN, y, source, 13, false, SOFT);
  }

  private void line(Canvas canvas, Figure.Row row, int place, int y) {
    Figure.Datum datum = row.data().get(place);
    String colour = COLOURS.get(figure.colour(column(row, place)) % COLOURS.size());
    int start = start();
    int length = length();
    int from = length * datum.from() / 1000;
    int to = length * datum.to() / 1000;
    if (figure.hasBars()) {
      if (datum.isHatched()) {
        canvas.hatch(start, y, length, LINE - 6);
      } else if (datum.isKnown()) {
        canvas.bar(start, y, from, LINE - 6, colour, 1);
        canvas.bar(start + from, y, to - from, LINE - 6, colour, 0.38);
      } else {
        canvas.frame(start, y, length, LINE - 6);
      }
    }
    // Beside a bar, not on it: a hatch or a frame is as long as the longest.
    int end = datum.isKnown() ? to : length;
    int at = figure.hasBars() ? start + end + GAP : start + GAP;
    canvas.text(at, y + 15, written(row, place), NUMBER_SIZE, true, INK);
  }

  private String written(Figure.Row row, int place) {
    Figure.Datum datum = row.data().get(place);
    if (datum.isSpanning()) {
      return datum.text() + "  " + datum.about();
    }
    return figure.columns().size() > 1
        ? datum.text() + "  " + figure.columns().get(column(row, place))
        : datum.text();
  }

  /** The first column that a number stands in: those before it may be wider than one. */
  private static int column(Figure.Row row, int place) {
    return row.data().subList(0, place).stream().mapToInt(Figure.Datum::span).sum();
  }

  /** Where the bars begin: to the right of the longest label. */
  private int start() {
    int longest =
        figure.rows().stream()
            .mapToInt(r -> r.depth() * LABEL_SIZE + room(r.label(), LABEL_SIZE))
            .max()
            .orElse(0);
    return Math.max(LEAST_LABELS, Math.min(MOST_LABELS, MARGIN + longest + GAP));
  }

  /** How long the longest bar is, so that what is written beside it has room. */
  private int length() {
    int longest = 0;
    for (Figure.Row row : figure.rows()) {
      for (int place = 0; place < row.data().size(); place++) {
        longest = Math.max(longest, room(written(row, place), NUMBER_SIZE));
      }
    }
    return Math.max(LEAST_BARS, WIDTH - MARGIN - start() - GAP - longest);
  }

  private static int room(String text, int size) {
    return (int) Math.ceil(text.length() * size * LETTER);
  }
}
