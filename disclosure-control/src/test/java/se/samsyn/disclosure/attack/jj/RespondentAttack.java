package se.samsyn.disclosure.attack.jj;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Attacks the pattern of a JJ file as each respondent that is alone in a finest cell: {@code
 * RespondentAttack FILE.jj PATTERN.csv}. It knows that cell and every total of value 1 above it,
 * and seeks other unsafe cells exactly, by integer programs, which pin all that linear ones do.
 * What it knows though every cell is hidden does not count. Status 1 where one finds another's
 * cell.
 */
public final class RespondentAttack {
  private static final double TOLERANCE = 1e-5;

  private final JjTable table;
  private final BitSet hidden;
  private final BitSet everything = new BitSet();
  private int respondents;
  private int successful;

  RespondentAttack(JjTable table, Pattern pattern) {
    this.table = table;
    hidden = pattern.hidden();
    for (int i = 0; i < table.cells().size(); i++) {
      everything.set(i, table.cells().get(i).status() != 'z');
    }
  }

  public static void main(String[] arguments) throws IOException {
    JjTable table = JjTable.read(Path.of(arguments[0]));
    RespondentAttack attack =
        new RespondentAttack(table, Pattern.read(Path.of(arguments[1]), table));
    attack.run();
    System.out.println(
        attack.hidden.cardinality()
            + " hidden: "
            + attack.successful
            + " of "
            + attack.respondents
            + " respondents know another unsafe cell exactly");
    System.exit(attack.successful == 0 ? 0 : 1);
  }

  /** How many respondents know another's unsafe cell exactly. */
  int run() {
    BitSet totals = new BitSet();
    for (JjTable.Row row : table.rows()) {
      for (int i = 0; i < row.cells().length; i++) {
        if (row.coefficients()[i] < 0) {
          totals.set(row.cells()[i]);
        }
      }
    }
    for (int cell = 0; cell < table.cells().size(); cell++) {
      if (!totals.get(cell) && table.cells().get(cell).value().doubleValue() == 1) {
        respondents++;
        if (succeeds(own(cell))) {
          successful++;
        }
      }
    }
    return successful;
  }

  /** The respondent's cell, and the totals of value 1 above it. */
  private BitSet own(int cell) {
    BitSet own = new BitSet();
    own.set(cell);
    for (int next = cell; next >= 0; next = above(own)) {
      own.set(next);
    }
    return own;
  }

  private int above(BitSet own) {
    for (JjTable.Row row : table.rows()) {
      boolean part = false;
      int total = -1;
      for (int i = 0; i < row.cells().length; i++) {
        if (row.coefficients()[i] < 0) {
          total = row.cells()[i];
        } else {
          part |= own.get(row.cells()[i]);
        }
      }
      if (part
          && total >= 0
          && !own.get(total)
          && table.cells().get(total).value().doubleValue() == 1) {
        return total;
      }
    }
    return -1;
  }

  private boolean succeeds(BitSet own) {
    return table.components(hidden).stream()
        .anyMatch(component -> component.intersects(own) && succeeds(own, component));
  }

  private boolean succeeds(BitSet own, BitSet component) {
    BitSet sought = new BitSet();
    component.stream()
        .filter(cell -> table.cells().get(cell).isUnsafe() && !own.get(cell))
        .forEach(sought::set);
    try (Knowledge knowledge = knowing(own, hidden, component, true)) {
      while (!sought.isEmpty()) {
        int cell = sought.nextSetBit(0);
        BitSet elsewhere = knowledge.differing(table, cell);
        if (elsewhere.isEmpty() && !isKnownAnyhow(cell, own)) {
          return true;
        }
        sought.clear(cell);
        sought.andNot(elsewhere);
      }
    }
    return false;
  }

  private boolean isKnownAnyhow(int cell, BitSet own) {
    BitSet component = table.component(everything, cell);
    try (Knowledge knowledge = knowing(own, everything, component, false)) {
      return knowledge.bound(cell, true).value() - knowledge.bound(cell, false).value()
          < 1 - TOLERANCE;
    }
  }

  private Knowledge knowing(BitSet own, BitSet hidden, BitSet component, boolean whole) {
    Knowledge knowledge = Knowledge.of(table, hidden, component, whole);
    own.stream().filter(component::get).forEach(cell -> knowledge.fix(table, cell));
    return knowledge;
  }
}
