package se.samsyn.disclosure.attack.jj;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What {@code protect} wrote: which cells are hidden, and the bounds that it says they have. */
record Pattern(BitSet hidden, double[] lower, double[] upper) {

  /**
   * @throws AssertionError if a shown cell has another value, a hidden one any, or a cell lacks
   */
  static Pattern read(Path file, JjTable table) throws IOException {
    int size = table.cells().size();
    Pattern pattern = new Pattern(new BitSet(), new double[size], new double[size]);
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < size; i++) {
      numbers.put(table.cells().get(i).id(), i);
    }
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(row -> pattern.add(numbers.remove(row.getField("cell")), table, row));
    }
    if (!numbers.isEmpty()) {
      throw new AssertionError(numbers.size() + " cells are missing in the pattern");
    }
    return pattern;
  }

  private void add(int cell, JjTable table, NamedCsvRecord row) {
    String value = row.getField("value");
    boolean suppressed = row.getField("state").equals("suppressed");
    JjTable.Cell of = table.cells().get(cell);
    if (suppressed != value.isEmpty()
        || (suppressed && of.status() == 'z')
        || (!suppressed && of.isUnsafe())) {
      throw new AssertionError("cell " + of.id() + " is not shown or hidden as it should be");
    }
    if (suppressed) {
      hidden.set(cell);
      lower[cell] = bound(row.getField("lower"), Double.NEGATIVE_INFINITY);
      upper[cell] = bound(row.getField("upper"), Double.POSITIVE_INFINITY);
    } else if (Math.abs(Double.parseDouble(value) - of.value().doubleValue()) > 1e-3) {
      throw new AssertionError("cell " + of.id() + " is shown with another value");
    }
  }

  private static double bound(String text, double none) {
    return text.isEmpty() ? none : Double.parseDouble(text);
  }
}
