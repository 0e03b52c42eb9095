package se.samsyn.disclosure.attack.jj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.disclosure.cli.CommandLineRun;

/** Twenty random tables of persons, as outsiders and respondents see what {@code protect} wrote. */
class JjAttackTest {
  private static final long SEED = 5;
  private static final int TABLES = 20;
  private static final int ROWS = 5;
  private static final int COLUMNS = 6;

  @TempDir private Path folder;
  private Random random;

  @BeforeEach
  void seed() {
    System.out.println("seed " + SEED);
    random = new Random(SEED);
  }

  @Test
  void nothingIsNarrowedAndAllBoundsAreRightButNotWhereOnlyUnsafeCellsAreHidden()
      throws IOException {
    int narrowed = 0;
    for (int i = 0; i < TABLES; i++) {
      Path file = write();
      JjTable table = JjTable.read(file);
      JjAttack attack = new JjAttack(table, protect(file, table, "none"));
      attack.run();
      assertThat(attack.isRepelled()).as(attack.summary()).isTrue();

      JjAttack easy = new JjAttack(table, unsafeOnly(table));
      easy.run();
      narrowed += easy.narrowed().size();
    }
    assertThat(narrowed).isPositive();
  }

  @Test
  void noRespondentFindsAnotherButSomeDoWhereTheyAreNotThoughtOf() throws IOException {
    int before = 0;
    for (int i = 0; i < TABLES; i++) {
      Path file = write();
      JjTable table = JjTable.read(file);
      before += new RespondentAttack(table, protect(file, table, "none")).run();
      assertThat(new RespondentAttack(table, protect(file, table, "single")).run()).isZero();
    }
    assertThat(before).isPositive();
  }

  private Pattern protect(Path file, JjTable table, String insiders) throws IOException {
    Path out = folder.resolve("out.csv");
    CommandLineRun run = CommandLineRun.of("protect", file, "--out", out, "--insiders", insiders);
    assertThat(run.code()).as(run.err()).isZero();
    return Pattern.read(out, table);
  }

  private static Pattern unsafeOnly(JjTable table) {
    BitSet unsafe = new BitSet();
    int size = table.cells().size();
    IntStream.range(0, size).filter(i -> table.cells().get(i).isUnsafe()).forEach(unsafe::set);
    return new Pattern(unsafe, new double[size], new double[size]);
  }

  /** A table of 0 to 9 persons a cell with its totals; 1 to 3 are unsafe, zeros are shown. */
  private Path write() throws IOException {
    int[][] values = new int[ROWS + 1][COLUMNS + 1];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int value = random.nextInt(10);
        values[row][column] = value;
        values[ROWS][column] += value;
        values[row][COLUMNS] += value;
        values[ROWS][COLUMNS] += value;
      }
    }
    StringBuilder text = new StringBuilder("0\n" + (ROWS + 1) * (COLUMNS + 1) + "\n");
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        int value = values[row][column];
        char status = value == 0 ? 'z' : value <= 3 ? 'u' : 's';
        text.append(id(row, column)).append(' ').append(value).append(' ').append(value);
        text.append(' ').append(status).append(" 0 1000 0 ");
        text.append(status == 'u' ? "1 2\n" : "0 0\n");
      }
    }
    text.append(ROWS + COLUMNS + 2).append('\n');
    for (int row = 0; row <= ROWS; row++) {
      text.append("0 ").append(COLUMNS + 1).append(" :");
      for (int column = 0; column <= COLUMNS; column++) {
        term(text, id(row, column), column == COLUMNS);
      }
      text.append('\n');
    }
    for (int column = 0; column <= COLUMNS; column++) {
      text.append("0 ").append(ROWS + 1).append(" :");
      for (int row = 0; row <= ROWS; row++) {
        term(text, id(row, column), row == ROWS);
      }
      text.append('\n');
    }
    return Files.writeString(folder.resolve("table.jj"), text);
  }

  private static int id(int row, int column) {
    return row * (COLUMNS + 1) + column;
  }

  private static void term(StringBuilder text, int cell, boolean total) {
    text.append(' ').append(cell).append(total ? " (-1)" : " (1)");
  }
}
