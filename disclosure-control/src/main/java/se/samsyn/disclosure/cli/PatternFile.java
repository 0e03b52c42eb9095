package se.samsyn.disclosure.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.audit.Bounds;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.jj.JjTable;
import se.samsyn.disclosure.jj.MalformedInput;

/**
 * A protected table as CSV: {@code cell,value,state,lower,upper}. {@code value} is empty where
 * hidden; {@code upper} is empty where there is no upper bound.
 */
final class PatternFile {
  private static final String HEADER = "cell,value,state,lower,upper";

  private PatternFile() {}

  /** Writes the file whole or not at all. */
  static void write(Path file, JjTable table, BitSet hidden, FeasibilityInterval[] intervals)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      out.write(HEADER);
      out.write('\n');
      for (int cell = 0; cell < table.table().size(); cell++) {
        Bounds bounds = intervals[cell].outer();
        boolean suppressed = hidden.get(cell);
        out.write(
            String.join(
                ",",
                table.ids().get(cell),
                suppressed ? "" : number(table.table().value(cell), table.decimals()),
                suppressed ? "suppressed" : "published",
                number(bounds.lower(), table.decimals()),
                bounds.isBounded() ? number(bounds.upper(), table.decimals()) : ""));
        out.write('\n');
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * The cells that a pattern hides.
   *
   * @throws MalformedInput with the row and what is wrong with it
   */
  static BitSet readHidden(Path file, JjTable table) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).strip().startsWith("cell,value,state")) {
      throw new MalformedInput(file + ": the header must be " + HEADER);
    }
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < table.ids().size(); i++) {
      positions.put(table.ids().get(i), i);
    }
    BitSet hidden = new BitSet();
    BitSet seen = new BitSet();
    for (int row = 2; row <= lines.size(); row++) {
      String[] fields = lines.get(row - 1).split(",", -1);
      Integer cell = positions.get(fields[0]);
      if (cell == null || fields.length < 3 || seen.get(cell)) {
        throw new MalformedInput(
            file + " row " + row + ": each cell of the table is needed once, as " + HEADER);
      }
      seen.set(cell);
      if (fields[2].equals("suppressed")) {
        hidden.set(cell);
      } else if (!fields[2].equals("published")) {
        throw new MalformedInput(
            file + " row " + row + ", column state: published or suppressed is expected");
      }
    }
    if (seen.cardinality() != table.ids().size()) {
      throw new MalformedInput(
          file + ": " + (table.ids().size() - seen.cardinality()) + " cells are missing");
    }
    return hidden;
  }

  private static String number(long value, int decimals) {
    return BigDecimal.valueOf(value, decimals).toPlainString();
  }
}
