package se.samsyn.aggregator.dashboard.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A table with its chart. The chart is drawn from the table's own numbers, by the server as bars
 * and again by the browser where it can.
 *
 * @param id unique on the page
 * @param rowTitle what the row headings are
 * @param columns what the columns of numbers are
 * @param notes what the marks at labels mean
 * @param map the same numbers where they belong, for areas whose outlines are known
 * @param scale what a full-length bar stands for, in the unit shown; zero when there is no number
 */
public record Figure(
    String id,
    Kind kind,
    String title,
    String caption,
    String rowTitle,
    List<String> columns,
    List<Row> rows,
    List<String> notes,
    Optional<MapPicture> map,
    BigDecimal scale) {
  /** So many columns of numbers are read on a phone without scrolling. */
  private static final int NARROW = 2;

  /** So many, where no number stands for several of them. */
  private static final int MODERATE = 3;

  public Figure {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The same with a map. */
  Figure with(Optional<MapPicture> drawn) {
    return new Figure(id, kind, title, caption, rowTitle, columns, rows, notes, drawn, scale);
  }

  /** How it is drawn. */
  public enum Kind {
    /** Classes beside each other: bars in the table. */
    BARS,
    /** The same, larger: the answer to a question. */
    MAIN_BARS,
    /** Periods after each other; the browser draws them large, above the table. */
    TREND,
    /** Classes by period: bars in the table, all of one colour. */
    OVER_TIME,
    /** Classes by unit, where a number may stand for several classes: bars of one colour. */
    DIVIDED,
    /** Numbers of different kinds, which no common scale fits. */
    NUMBERS
  }

  /**
   * @param depth how far the class lies below one of the same figure
   */
  public record Row(String label, int depth, List<Datum> data) {
    public Row {
      data = List.copyOf(data);
    }
  }

  /**
   * One number of the table.
   *
   * @param text what the table's cell says
   * @param from where a certain part of the bar ends, in thousandths of the scale
   * @param to where the band ends; the same as {@code from} for a number
   * @param lower and {@code upper}: the bounds in the unit shown, empty where there is no number
   * @param span over how many columns it stands: a number of several classes together
   * @param about what classes those are; empty for one column
   */
  public record Datum(
      String state,
      String text,
      String lower,
      String upper,
      int from,
      int to,
      int span,
      String about) {
    /** Where the certain part ends, for a chart of percentages of the width. */
    public String certain() {
      return percent(from);
    }

    /** How long the band is. */
    public String band() {
      return percent(to - from);
    }

    /** A cell over several columns is as many times wider; its bar keeps the others' scale. */
    private String percent(int thousandths) {
      return Math.round(thousandths * 10.0 / span) / 100.0 + "%";
    }

    public boolean isSpanning() {
      return span > 1;
    }

    public boolean isKnown() {
      return !lower.isEmpty();
    }

    public boolean isBand() {
      return state.equals("interval");
    }

    public boolean isHatched() {
      return state.equals("suppressed");
    }
  }

  /** Whether numbers have bars beside them. */
  public boolean hasBars() {
    return kind != Kind.NUMBERS && scale.signum() > 0;
  }

  /** Whether the columns are told apart by colour. */
  public boolean hasColours() {
    return hasBars() && !isOfOneColour();
  }

  /** The colour of a column's bars, by number. */
  public int colour(int column) {
    return isOfOneColour() ? 0 : column;
  }

  private boolean isOfOneColour() {
    return kind == Kind.OVER_TIME || kind == Kind.DIVIDED;
  }

  /** Whether it needs a row of the page for itself. */
  boolean isWide() {
    return kind == Kind.OVER_TIME || kind == Kind.DIVIDED || kind == Kind.NUMBERS;
  }

  /** The classes of its table in the style sheet. */
  public String layout() {
    if (kind == Kind.DIVIDED) {
      return columns.size() > NARROW ? "many divided broad" : "many divided";
    }
    if (columns.size() > 1) {
      return isTall() ? "many tall" : "many";
    }
    return hasLongNumbers() ? "one long" : "one";
  }

  /**
   * Whether it is so broad that a phone gets a line for each number: a number that is cut at the
   * edge of a table is read as another number.
   */
  public boolean isTall() {
    return kind != Kind.DIVIDED
        && (columns.size() > MODERATE || columns.size() > 1 && hasLongNumbers());
  }

  /** Whether the browser draws it large, above the table. */
  public boolean isLarge() {
    return hasBars() && kind == Kind.TREND;
  }

  /** Whether numbers need more room beside their bars, as amounts do. */
  private boolean hasLongNumbers() {
    return rows.stream().flatMap(r -> r.data().stream()).anyMatch(d -> d.text().length() > 8);
  }

  /** Whether a state that is not a plain number occurs, so that the legend belongs to it. */
  public boolean needsLegend() {
    return rows.stream().flatMap(r -> r.data().stream()).anyMatch(d -> !d.state().equals("value"));
  }
}
