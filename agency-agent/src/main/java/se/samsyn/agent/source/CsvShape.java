package se.samsyn.agent.source;

import java.util.List;
import se.samsyn.agent.mapping.TextEncoding;

/**
 * How a CSV file is written, found by reading every byte of it once.
 *
 * @param header the names of the columns, in order
 * @param rows rows of data with the right number of fields
 * @param plain whether DuckDB reads it as we do: no row of a wrong length, no empty row between
 *     others, UTF-8 or ISO-8859-1
 */
record CsvShape(
    TextEncoding encoding,
    char separator,
    boolean gzip,
    boolean carriageReturns,
    List<String> header,
    long rows,
    boolean plain) {
  CsvShape {
    header = List.copyOf(header);
  }
}
