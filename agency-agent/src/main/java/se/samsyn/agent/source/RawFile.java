package se.samsyn.agent.source;

import java.util.List;
import java.util.Map;

/**
 * A file that DuckDB can select from: every value a text.
 *
 * @param name the file's name, for messages
 * @param relation what stands after FROM
 * @param columns by name in the file, the column of the relation
 * @param row the expression of a row's number, or empty: then rows come in the file's order
 * @param firstRow the number of the first row of data
 * @param rows rows of data in the relation
 */
record RawFile(
    String name,
    String relation,
    Map<String, String> columns,
    String row,
    int firstRow,
    long rows) {
  /** The header's columns in words, for messages: names of columns are no personal data. */
  String known() {
    List<String> names = columns.keySet().stream().sorted().limit(60).toList();
    return String.join(", ", names);
  }
}
