package se.samsyn.disclosure.attack.jj;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JJ file as the attacker reads it; cells are numbered as they stand in the file.
 *
 * @param rowsOf the rows that each cell is in
 */
record JjTable(List<Cell> cells, List<Row> rows, int[][] rowsOf) {

  record Cell(
      String id,
      BigDecimal value,
      char status,
      BigDecimal lower,
      BigDecimal upper,
      BigDecimal lowerLevel,
      BigDecimal upperLevel,
      BigDecimal slidingLevel) {

    boolean isUnsafe() {
      return status == 'u';
    }
  }

  /** The cells' sum with these coefficients, which everybody knows. */
  record Row(int[] cells, int[] coefficients, BigDecimal sum) {}

  static JjTable read(Path file) throws IOException {
    Iterator<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1).iterator();
    lines.next();
    List<Cell> cells = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int left = Integer.parseInt(lines.next().strip()); left > 0; left--) {
      String[] words = lines.next().strip().split("\\s+");
      ids.add(words[0]);
      cells.add(
          new Cell(
              words[0],
              new BigDecimal(words[1]),
              words[3].charAt(0),
              new BigDecimal(words[4]),
              new BigDecimal(words[5]),
              new BigDecimal(words[6]),
              new BigDecimal(words[7]),
              new BigDecimal(words[8])));
    }
    List<Row> rows = new ArrayList<>();
    for (int left = Integer.parseInt(lines.next().strip()); left > 0; left--) {
      rows.add(row(lines.next().strip(), ids, cells));
    }
    return new JjTable(cells, rows, rowsOf(cells.size(), rows));
  }

  /** A row's values were rounded one by one: what they miss by is known to whoever sees them. */
  private static Row row(String line, List<String> ids, List<Cell> cells) {
    String[] words = line.replace("(", " ").replace(")", " ").split("[\\s:]+");
    int size = Integer.parseInt(words[1]);
    int[] members = new int[size];
    int[] coefficients = new int[size];
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      String id = words[2 + 2 * i];
      int guess = id.chars().allMatch(Character::isDigit) ? Integer.parseInt(id) : -1;
      members[i] =
          guess >= 0 && guess < ids.size() && ids.get(guess).equals(id) ? guess : ids.indexOf(id);
      coefficients[i] = Integer.parseInt(words[3 + 2 * i]);
      sum = sum.add(cells.get(members[i]).value().multiply(BigDecimal.valueOf(coefficients[i])));
    }
    return new Row(members, coefficients, sum);
  }

  private static int[][] rowsOf(int size, List<Row> rows) {
    List<List<Integer>> of =
        Stream.generate(() -> (List<Integer>) new ArrayList<Integer>()).limit(size).toList();
    for (int row = 0; row < rows.size(); row++) {
      for (int cell : rows.get(row).cells()) {
        of.get(cell).add(row);
      }
    }
    return of.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** The hidden cells, those together that hang together. */
  List<BitSet> components(BitSet hidden) {
    List<BitSet> components = new ArrayList<>();
    BitSet left = (BitSet) hidden.clone();
    while (!left.isEmpty()) {
      BitSet component = component(hidden, left.nextSetBit(0));
      left.andNot(component);
      components.add(component);
    }
    return components;
  }

  /** The hidden cells that hang together with one. */
  BitSet component(BitSet hidden, int cell) {
    BitSet reached = new BitSet();
    reached.set(cell);
    Deque<Integer> queue = new ArrayDeque<>();
    queue.add(cell);
    while (!queue.isEmpty()) {
      for (int row : rowsOf[queue.poll()]) {
        for (int other : rows.get(row).cells()) {
          if (hidden.get(other) && !reached.get(other)) {
            reached.set(other);
            queue.add(other);
          }
        }
      }
    }
    return reached;
  }

  /** The most decimals of any value: the file's unit is one in the last of them. */
  int decimals() {
    return cells.stream()
        .mapToInt(cell -> Math.max(0, cell.value().stripTrailingZeros().scale()))
        .max()
        .orElse(0);
  }
}
