package se.samsyn.disclosure.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import se.samsyn.disclosure.audit.Bounds;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.jj.MalformedInput;

/**
 * A protected table as CSV: what names a cell, then {@code value,state,lower,upper}. {@code value}
 * is empty where hidden; {@code upper} is empty where there is no upper bound.
 */
final class PatternFile {
  static final String PUBLISHED = "published";
  static final String SUPPRESSED = "suppressed";
  static final String ROUNDED = "rounded";

  private PatternFile() {}

  /** One cell as it is published. */
  record Shown(String state, long value) {}

  /** Writes a table whose hidden cells are empty. */
  static void write(
      BufferedWriter out, Subject subject, BitSet hidden, FeasibilityInterval[] intervals)
      throws IOException {
    write(
        out,
        subject,
        cell -> new Shown(hidden.get(cell) ? SUPPRESSED : PUBLISHED, subject.table().value(cell)),
        intervals);
  }

  static void write(
      BufferedWriter out,
      Subject subject,
      IntFunction<Shown> shown,
      FeasibilityInterval[] intervals)
      throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(header(subject));
    for (int cell = 0; cell < subject.shown(); cell++) {
      if (!subject.isShown(cell)) {
        continue;
      }
      Bounds bounds = intervals[cell].outer();
      int decimals = subject.decimals().applyAsInt(cell);
      Shown as = shown.apply(cell);
      List<String> row = new ArrayList<>(subject.names().apply(cell));
      row.add(as.state().equals(SUPPRESSED) ? "" : number(as.value(), decimals));
      row.add(as.state());
      row.add(number(bounds.lower(), decimals));
      row.add(bounds.isBounded() ? number(bounds.upper(), decimals) : "");
      csv.writeRecord(row);
    }
    csv.flush();
  }

  private static List<String> header(Subject subject) {
    List<String> header = new ArrayList<>(subject.columns());
    header.addAll(List.of("value", "state", "lower", "upper"));
    return header;
  }

  /**
   * The cells that a pattern hides.
   *
   * @throws MalformedInput with the row and what is wrong with it
   */
  static BitSet readHidden(Path file, Subject subject) throws IOException {
    Map<List<String>, Integer> positions = new HashMap<>();
    for (int cell = 0; cell < subject.shown(); cell++) {
      if (subject.isShown(cell)) {
        positions.put(subject.names().apply(cell), cell);
      }
    }
    Reading reading = new Reading(file, subject, positions);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(file)) {
      csv.forEach(reading::take);
    } catch (CsvParseException e) {
      throw new MalformedInput(file.getFileName() + ": not CSV; it must be what protect writes", e);
    }
    return reading.hidden();
  }

  /** A pattern while it is read. */
  private static final class Reading {
    private final Path file;
    private final Subject subject;
    private final Map<List<String>, Integer> positions;
    private final BitSet hidden = new BitSet();
    private final BitSet seen = new BitSet();
    private boolean begun;

    Reading(Path file, Subject subject, Map<List<String>, Integer> positions) {
      this.file = file;
      this.subject = subject;
      this.positions = positions;
    }

    void take(CsvRecord row) {
      int names = subject.columns().size();
      if (!begun) {
        List<String> header = header(subject).subList(0, names + 2);
        if (row.getFieldCount() < header.size()
            || !row.getFields().subList(0, header.size()).equals(header)) {
          throw fault(row, "the header must begin with " + String.join(",", header));
        }
        begun = true;
        return;
      }
      if (row.getFieldCount() < names + 2) {
        throw fault(row, "fields are missing");
      }
      Integer cell = positions.get(row.getFields().subList(0, names));
      if (cell == null || seen.get(cell)) {
        throw fault(row, "each cell of the table is needed once, and no other");
      }
      seen.set(cell);
      switch (row.getField(names + 1)) {
        case SUPPRESSED -> hidden.set(cell);
        case PUBLISHED -> same(row, row.getField(names), cell);
        default -> throw fault(row, "column state: published or suppressed is expected");
      }
    }

    private void same(CsvRecord row, String value, int cell) {
      try {
        BigDecimal own =
            BigDecimal.valueOf(subject.table().value(cell), subject.decimals().applyAsInt(cell));
        if (new BigDecimal(value).compareTo(own) == 0) {
          return;
        }
      } catch (NumberFormatException e) {
        // Falls through to the same answer as another number.
      }
      throw fault(row, "column value: not what the table has in this cell");
    }

    BitSet hidden() {
      if (seen.cardinality() != positions.size()) {
        throw new MalformedInput(
            file.getFileName()
                + ": "
                + (positions.size() - seen.cardinality())
                + " cells are missing");
      }
      for (int cell = 0; cell < subject.table().size(); cell++) {
        if (!subject.isShown(cell)) {
          hidden.set(cell);
        }
      }
      return hidden;
    }

    private MalformedInput fault(CsvRecord row, String what) {
      return new MalformedInput(
          file.getFileName() + " row " + row.getStartingLineNumber() + ": " + what);
    }
  }

  private static String number(long value, int decimals) {
    return BigDecimal.valueOf(value, decimals).toPlainString();
  }
}
