package se.samsyn.agent.source;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Puts names and texts into queries. All that comes from a file (column names, codes, paths) goes
 * through here: whatever is in it stays one name or one text. DuckDB knows no escapes within quotes
 * but the doubled quote.
 */
final class Sql {
  private Sql() {}

  /** A name in double quotes. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text in single quotes. */
  static String text(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text holds a null character");
    }
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** Several texts, separated by commas. */
  static String texts(Collection<String> texts) {
    return texts.stream().sorted().map(Sql::text).collect(Collectors.joining(", "));
  }
}
