package se.samsyn.disclosure.release;

import se.samsyn.disclosure.table.TableSpace;

/**
 * What a table says of a number.
 *
 * @param number in the union
 * @param table the position of its source
 * @param upper {@link TableSpace#UNBOUNDED} for a hidden figure
 */
record Statement(int number, int table, Subject subject, long lower, long upper) {
  static Statement of(int number, int table, Figure figure) {
    Shown shown = figure.shown();
    if (shown instanceof Shown.Exact exact) {
      return new Statement(number, table, figure.subject(), exact.value(), exact.value());
    }
    if (shown instanceof Shown.Between between) {
      return new Statement(number, table, figure.subject(), between.lower(), between.upper());
    }
    return new Statement(number, table, figure.subject(), 0, TableSpace.UNBOUNDED);
  }

  /** As this, had the figure been hidden. */
  Statement hide() {
    return new Statement(number, table, subject, 0, TableSpace.UNBOUNDED);
  }

  /** Whether the figure was hidden. */
  boolean isHidden() {
    return upper == TableSpace.UNBOUNDED;
  }

  boolean isExact() {
    return lower == upper;
  }
}
