package se.samsyn.disclosure.jj;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * Reads the JJ format (Giessing and Salazar; tau-ARGUS manual, appendix): {@code 0}; the number of
 * cells; per cell {@code id value cost status lb ub LPL UPL SPL}; the number of relations; per
 * relation {@code rhs n : id (coefficient) ...}.
 *
 * <p>Numbers are scaled to whole ones by the most decimals of any value, as far as 12 digits are
 * not exceeded (3 decimals are always kept). A relation that misses by at most {@link #ROUNDING}
 * (values were rounded) is kept with its residual as the constant; a larger miss is an error.
 *
 * <p>Each cell costs the same: as few as can be are hidden.
 */
public final class JjReader {
  private static final BigDecimal ROUNDING = new BigDecimal("0.005");
  private static final int WHOLE_DIGITS = 15;

  /**
   * As many digits are kept as the programs can tell apart; files written from floating-point
   * numbers have up to 20, of which the last are noise.
   */
  private static final int KEPT_DIGITS = 12;

  private static final int KEPT_DECIMALS = 3;
  private static final Pattern TERM = Pattern.compile("\\s*(\\S+?)\\s*\\(\\s*([-+]?\\d+)\\s*\\)");

  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<RawCell> cells = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private int line;
  private int decimals;
  private int wholeDigits;

  private record RawCell(
      int line,
      BigDecimal value,
      double cost,
      char status,
      BigDecimal lower,
      BigDecimal upper,
      BigDecimal[] levels) {}

  private JjReader() {}

  /**
   * @throws MalformedInput with the line and what is wrong with it
   * @throws IOException if the file cannot be read
   */
  public static JjTable read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return new JjReader().parse(reader);
    }
  }

  private JjTable parse(BufferedReader reader) throws IOException {
    String first = next(reader, "the leading 0");
    if (!first.equals("0")) {
      throw MalformedInput.at(line, "a JJ file begins with a line 0");
    }
    int size = count(next(reader, "the number of cells"));
    for (int i = 0; i < size; i++) {
      cell(next(reader, "cell " + (i + 1) + " of " + size));
    }
    decimals = Math.min(decimals, Math.max(KEPT_DECIMALS, KEPT_DIGITS - wholeDigits));
    int equations = count(next(reader, "the number of relations"));
    for (int i = 0; i < equations; i++) {
      relation(next(reader, "relation " + (i + 1) + " of " + equations));
    }
    String rest;
    while ((rest = reader.readLine()) != null) {
      line++;
      if (!rest.isBlank()) {
        throw MalformedInput.at(line, "more lines than the file announces");
      }
    }
    return table();
  }

  private String next(BufferedReader reader, String what) throws IOException {
    line++;
    String text = reader.readLine();
    if (text == null || text.isBlank()) {
      throw MalformedInput.at(line, "the file ends before " + what);
    }
    return text.strip();
  }

  private int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as a negative number.
    }
    throw MalformedInput.at(line, "a whole number is expected here");
  }

  private void cell(String text) {
    String[] fields = text.split("\\s+");
    if (fields.length != 9) {
      throw MalformedInput.at(
          line, "9 fields are expected: id value cost status lb ub LPL UPL SPL");
    }
    if (positions.put(fields[0], ids.size()) != null) {
      throw MalformedInput.at(line, "the id " + fields[0] + " comes twice");
    }
    ids.add(fields[0]);
    BigDecimal value = number(fields[1], "value");
    BigDecimal lower = number(fields[4], "lb");
    BigDecimal upper = number(fields[5], "ub");
    if (fields[3].length() != 1 || "usz".indexOf(fields[3].charAt(0)) < 0) {
      throw MalformedInput.at(line, "the status must be u, s or z");
    }
    if (value.compareTo(lower) < 0 || value.compareTo(upper) > 0) {
      throw MalformedInput.at(line, "the value is not between lb and ub");
    }
    BigDecimal[] levels = {
      number(fields[6], "LPL"), number(fields[7], "UPL"), number(fields[8], "SPL")
    };
    for (BigDecimal level : levels) {
      if (level.signum() < 0) {
        throw MalformedInput.at(line, "a protection level is negative");
      }
    }
    double cost = number(fields[2], "cost").doubleValue();
    if (cost < 0) {
      throw MalformedInput.at(line, "the cost is negative");
    }
    decimals = Math.max(decimals, value.stripTrailingZeros().scale());
    wholeDigits = Math.max(wholeDigits, upper.precision() - upper.scale());
    cells.add(new RawCell(line, value, cost, fields[3].charAt(0), lower, upper, levels));
  }

  private BigDecimal number(String text, String field) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() - number.scale() <= WHOLE_DIGITS) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as a number that is too large.
    }
    throw MalformedInput.at(
        line, field + " is not a number of at most " + WHOLE_DIGITS + " digits before the point");
  }

  private void relation(String text) {
    int colon = text.indexOf(':');
    String[] head = colon < 0 ? new String[0] : text.substring(0, colon).strip().split("\\s+");
    if (head.length != 2) {
      throw MalformedInput.at(line, "a relation is written: rhs n : id (coefficient) ...");
    }
    BigDecimal constant = number(head[0], "rhs");
    int size = count(head[1]);
    int[] members = new int[size];
    long[] coefficients = new long[size];
    Set<Integer> seen = new HashSet<>();
    Matcher matcher = TERM.matcher(text);
    int at = colon + 1;
    BigDecimal sum = constant.negate();
    for (int i = 0; i < size; i++) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw MalformedInput.at(
            line, "term " + (i + 1) + " of the relation is not id (coefficient)");
      }
      at = matcher.end();
      Integer cell = positions.get(matcher.group(1));
      if (cell == null) {
        throw MalformedInput.at(line, "the relation names the unknown cell " + matcher.group(1));
      }
      if (!seen.add(cell)) {
        throw MalformedInput.at(line, "the relation names cell " + matcher.group(1) + " twice");
      }
      members[i] = cell;
      coefficients[i] = coefficient(matcher.group(2));
      sum = sum.add(cells.get(cell).value.multiply(BigDecimal.valueOf(coefficients[i])));
    }
    if (!text.substring(at).isBlank()) {
      throw MalformedInput.at(line, "the relation has more terms than it announces");
    }
    if (sum.abs().compareTo(ROUNDING) > 0) {
      throw MalformedInput.at(line, "the relation does not hold for the values");
    }
    relations.add(new Relation(members, coefficients, residual(members, coefficients)));
  }

  /** What the relation's left side is with the whole values, so that it holds exactly. */
  private long residual(int[] members, long[] coefficients) {
    long sum = 0;
    for (int i = 0; i < members.length; i++) {
      RawCell cell = cells.get(members[i]);
      sum = Math.addExact(sum, Math.multiplyExact(coefficients[i], whole(cell.value, cell.line)));
    }
    return sum;
  }

  private long coefficient(String text) {
    try {
      long coefficient = Long.parseLong(text);
      if (coefficient != 0) {
        return coefficient;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as zero.
    }
    throw MalformedInput.at(line, "a coefficient is zero or too large");
  }

  private long whole(BigDecimal number, int where) {
    try {
      return number.movePointRight(decimals).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException e) {
      throw MalformedInput.at(where, "a number has more digits than can be kept exactly");
    }
  }

  private JjTable table() {
    int size = cells.size();
    long[] lower = new long[size];
    long[] upper = new long[size];
    long[] values = new long[size];
    double[] costs = new double[size];
    Publication[] publication = new Publication[size];
    int[] bundles = new int[size];
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      RawCell cell = cells.get(i);
      values[i] = whole(cell.value, cell.line);
      // A level or bound finer than the values: rounded to the safe side.
      lower[i] = ceiling(cell.lower);
      upper[i] = floor(cell.upper);
      costs[i] = 1;
      publication[i] = cell.status == 'z' ? Publication.ALWAYS : Publication.OPTIONAL;
      bundles[i] = i;
      if (cell.status == 'u') {
        demands.add(Demand.of(i, requirement(cell, values[i], lower[i], upper[i])));
      }
    }
    Table table =
        new Table(new TableSpace(lower, upper, relations), values, costs, publication, bundles);
    return new JjTable(table, ids, demands, decimals);
  }

  /** The file's levels, as far as the cell's bounds allow them at all. */
  private Requirement requirement(RawCell cell, long value, long lower, long upper) {
    long low = ceiling(cell.levels[0]);
    long up = ceiling(cell.levels[1]);
    long slide = ceiling(cell.levels[2]);
    boolean none = low == 0 && up == 0 && slide == 0;
    return new Requirement(
        Math.max(lower, value - low),
        Math.min(upper, value + up),
        Math.min(upper - lower, none ? 1 : slide));
  }

  private long ceiling(BigDecimal number) {
    return number.movePointRight(decimals).setScale(0, RoundingMode.CEILING).longValue();
  }

  private long floor(BigDecimal number) {
    return number.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).longValue();
  }
}
