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
  private static final int BARS_FROM = 420;
  private static final int BARS_LONG = 430;
  private static final int LINE = 26;
  private static final int HEAD = 84;
  private static final int FOOT_LINE = 22;

  /** How high the picture is. */
  int height() {
    int lines = figure.rows().stream().mapToInt(r -> r.data().size()).sum();
    return HEAD
        + lines * LINE
        + figure.rows().size() * 10
        + (figure.notes().size() + 2) * FOOT_LINE
        + 26;
  }

  /** Its name for those who do not see it. */
  String title() {
    return heading + ": " + figure.title();
  }

  void draw(Canvas canvas) {
    canvas.bar(0, 0, WIDTH, height(), "#ffffff", 1);
    canvas.text(24, 38, heading, 24, true, INK);
    canvas.text(24, 64, figure.title(), 17, false, SOFT);
    int y = HEAD;
    for (Figure.Row row : figure.rows()) {
      canvas.text(24 + 16 * row.depth(), y + 18, row.label(), 16, false, INK);
      for (int column = 0; column < row.data().size(); column++) {
        line(canvas, row.data().get(column), column, y);
        y += LINE;
      }
      y += 10;
    }
    y += 20;
    for (String note : figure.notes()) {
      canvas.text(24, y, note, 13, false, SOFT);
      y += FOOT_LINE;
    }
    canvas.text(24, y, texts.of("chart.legend"), 13, false, SOFT);
    canvas.text(24, y + FOOT_LINE, source, 13, false, SOFT);
  }

  private void line(Canvas canvas, Figure.Datum datum, int column, int y) {
    String colour = COLOURS.get(figure.colour(column) % COLOURS.size());
    int from = BARS_LONG * datum.from() / 1000;
    int to = BARS_LONG * datum.to() / 1000;
    if (figure.hasBars()) {
      if (datum.isHatched()) {
        canvas.hatch(BARS_FROM, y, BARS_LONG, LINE - 6);
      } else if (datum.isKnown()) {
        canvas.bar(BARS_FROM, y, from, LINE - 6, colour, 1);
        canvas.bar(BARS_FROM + from, y, to - from, LINE - 6, colour, 0.38);
      } else {
        canvas.frame(BARS_FROM, y, BARS_LONG, LINE - 6);
      }
    }
    String name = figure.columns().size() > 1 ? "  " + figure.columns().get(column) : "";
    // Beside a bar, not on it: a hatch or a frame is as long as the longest.
    int end = datum.isKnown() ? to : BARS_LONG;
    int at = figure.hasBars() ? BARS_FROM + end + 8 : BARS_FROM + 8;
    canvas.text(at, y + 15, datum.text() + name, 14, true, INK);
  }
}
