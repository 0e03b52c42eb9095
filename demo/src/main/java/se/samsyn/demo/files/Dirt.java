package se.samsyn.demo.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import se.samsyn.demo.world.Chance;

/**
 * The errors that real files have. Each is an extra row about a child that is in the file already,
 * so that an agent which counted it would show another figure than the true one.
 */
final class Dirt {
  /** A day that no calendar has. */
  static final String IMPOSSIBLE_DATE = "2025-02-30";

  /** A code that no list has. */
  static final String UNKNOWN_CODE = "ÖVR?";

  /** Twelve digits that are no personal number: there is no month 13. */
  static final String BROKEN_PERSONAL_NUMBER = "20121399-9800";

  private Dirt() {}

  /** {@code count} rows of each of the kinds that make sense in {@code sheet}. */
  static Sheet on(Sheet sheet, int count, Chance chance, List<UnaryOperator<List<String>>> kinds) {
    List<List<String>> rows = new ArrayList<>(sheet.rows());
    for (UnaryOperator<List<String>> kind : kinds) {
      for (int i = 0; i < count; i++) {
        List<String> victim = chance.oneOf(sheet.rows());
        // After the true row: of two rows with one key an agent keeps the first.
        rows.add(chance.between(rows.indexOf(victim) + 1, rows.size()), kind.apply(victim));
      }
    }
    return sheet.withRows(rows);
  }

  /** The row ends too early. */
  static UnaryOperator<List<String>> shortRow() {
    return row -> row.subList(0, row.size() / 2);
  }

  /** The row comes once more. */
  static UnaryOperator<List<String>> repeated() {
    return row -> row;
  }

  /** One field says {@code value} instead. */
  static UnaryOperator<List<String>> wrong(Sheet sheet, String column, String value) {
    int at = sheet.column(column);
    return row -> {
      List<String> copy = new ArrayList<>(row);
      copy.set(at, value);
      return List.copyOf(copy);
    };
  }
}
