package se.samsyn.demo.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * One file of an agency: its name, its dialect, its rows.
 *
 * @param rows fields in the order of the header; a dirty row may be short
 */
public record Sheet(String file, Dialect dialect, List<String> header, List<List<String>> rows) {
  public Sheet {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** A column of a sheet, and how a record fills it. */
  record Column<T>(String name, Function<T, String> value) {}

  static <T> Sheet of(String file, Dialect dialect, List<T> records, List<Column<T>> columns) {
    List<List<String>> rows = new ArrayList<>(records.size());
    for (T item : records) {
      rows.add(columns.stream().map(c -> c.value().apply(item)).toList());
    }
    return new Sheet(file, dialect, columns.stream().map(Column::name).toList(), rows);
  }

  /** The position of a column. */
  int column(String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(file + " has no column " + name);
    }
    return at;
  }

  Sheet withRows(List<List<String>> other) {
    return new Sheet(file, dialect, header, other);
  }

  /** Writes the sheet into {@code folder}. */
  public void write(Path folder) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(file));
        OutputStream packed = dialect.gzip ? new GZIPOutputStream(out) : out;
        Writer writer = new OutputStreamWriter(packed, dialect.charset);
        CsvWriter csv =
            CsvWriter.builder()
                .fieldSeparator(dialect.separator)
                .lineDelimiter(dialect.lineEnd)
                .build(writer)) {
      if (dialect.byteOrderMark) {
        writer.write('\uFEFF');
      }
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
