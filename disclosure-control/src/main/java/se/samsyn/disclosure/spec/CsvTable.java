package se.samsyn.disclosure.spec;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.jj.MalformedInput;

/**
 * A CSV file with a header, read row by row and kept nowhere. Rows are numbered as an editor shows
 * their lines.
 */
final class CsvTable {
  private final Path file;
  private final Charset charset;
  private final char separator;
  private final char decimalMark;
  private final List<String> header;

  /** A row, by its place in the file. */
  interface RowVisitor {
    void visit(Row row);
  }

  /** One row; errors name it and the column, never what it holds. */
  final class Row {
    private final CsvRecord fields;

    private Row(CsvRecord fields) {
      this.fields = fields;
    }

    long line() {
      return fields.getStartingLineNumber();
    }

    String text(int column) {
      return fields.getField(column).strip();
    }

    /** A number of at most {@code decimals} decimals, in units of its last one. */
    long amount(int column, int decimals) {
      String text = text(column);
      // Most amounts are plain digits: no need for the slow way.
      if (decimals == 0
          && !text.isEmpty()
          && text.length() <= 15
          && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Long.parseLong(text);
      }
      try {
        BigDecimal number = new BigDecimal(decimalMark == ',' ? text.replace(',', '.') : text);
        long amount = number.movePointRight(decimals).longValueExact();
        if (amount >= 0) {
          return amount;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // Falls through to the same answer as a negative number.
      }
      throw fault(
          column,
          "a number from 0 up with at most "
              + decimals
              + " decimals is expected (decimals and csv.decimal_mark in the specification)");
    }

    MalformedInput fault(int column, String what) {
      return Malformed.field(name(), line(), header.get(column), what);
    }
  }

  private CsvTable(
      Path file, Charset charset, char separator, char decimalMark, List<String> header) {
    this.file = file;
    this.charset = charset;
    this.separator = separator;
    this.decimalMark = decimalMark;
    this.header = header;
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws MalformedInput if there is none or a column comes twice
   */
  static CsvTable open(Path folder, String file, Specification.CsvFormat format)
      throws IOException {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw Malformed.file(file, "there is no such file beside the specification");
    }
    Charset charset = Charset.forName(format.encoding().orElse("UTF-8"));
    char separator = format.separator().orElseGet(() -> guess(path, charset)).charAt(0);
    char mark = format.decimalMark().orElse(".").charAt(0);
    CsvTable empty = new CsvTable(path, charset, separator, mark, List.of());
    List<String> header = empty.firstRow();
    if (new HashSet<>(header).size() != header.size()) {
      throw Malformed.row(empty.name(), 1, "a column name comes twice");
    }
    return new CsvTable(path, charset, separator, mark, header);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Where a column stands. */
  int column(String column) {
    int at = header.indexOf(column);
    if (at < 0) {
      throw Malformed.row(name(), 1, "there is no column " + column);
    }
    return at;
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** Reads all rows from the first to the last. */
  void forEach(RowVisitor visitor) throws IOException {
    reading(
        csv -> {
          boolean first = true;
          for (CsvRecord fields : csv) {
            if (!first) {
              if (fields.getFieldCount() != header.size()) {
                throw Malformed.row(
                    name(),
                    fields.getStartingLineNumber(),
                    "as many fields as the header has are expected: " + header.size());
              }
              visitor.visit(new Row(fields));
            }
            first = false;
          }
          return null;
        });
  }

  /** Positions of many columns. */
  int[] columns(List<String> names) {
    return names.stream().mapToInt(this::column).toArray();
  }

  private List<String> firstRow() throws IOException {
    return reading(
        csv -> {
          for (CsvRecord fields : csv) {
            return fields.getFields().stream().map(String::strip).toList();
          }
          throw Malformed.file(name(), "the file is empty; a header is expected");
        });
  }

  private interface Reading<T> {
    T from(CsvReader<CsvRecord> csv);
  }

  private <T> T reading(Reading<T> reading) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .detectBomHeader(true)
            .ofCsvRecord(file, charset)) {
      return reading.from(csv);
    } catch (CsvParseException e) {
      throw Malformed.file(name(), "not CSV: a quotation mark is not closed, or a field is huge");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String guess(Path file, Charset charset) {
    try (BufferedReader reader = Files.newBufferedReader(file, charset)) {
      String line = reader.readLine();
      Map<String, Integer> counts = new HashMap<>();
      for (String separator : List.of(",", ";", "\t")) {
        counts.put(separator, line == null ? 0 : line.split(separator, -1).length);
      }
      return List.of(",", ";", "\t").stream()
          .reduce((a, b) -> counts.get(b) > counts.get(a) ? b : a)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
