package se.samsyn.disclosure.attack.jj;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Attacks the pattern of a JJ file as an outsider: {@code JjAttack FILE.jj PATTERN.csv}. Each bound
 * of each hidden cell is sought by a linear program, and where all values are whole by an integer
 * program (left out where the linear one ended at a whole table, which proves the same). Status 1
 * where an unsafe cell is narrowed below its protection, or a bound that the engine gave is not the
 * one found.
 */
public final class JjAttack {
  private static final double TOLERANCE = 1e-5;

  /** What a relation of rounded values may miss by; two readings of them differ by no more. */
  private static final double ROUNDING = 0.005;

  /** As exactly as the linear solver reckons. */
  private static final double RELATIVE = 1e-7;

  private final JjTable table;
  private final Pattern pattern;
  private final double unit;
  private final boolean whole;
  private final List<String> narrowed = new ArrayList<>();
  private int integerPrograms;
  private int equal;
  private int outside;
  private int unproven;
  private int inside;

  JjAttack(JjTable table, Pattern pattern) {
    this.table = table;
    this.pattern = pattern;
    unit = Math.pow(10, -table.decimals());
    whole = table.decimals() == 0;
  }

  public static void main(String[] arguments) throws IOException {
    JjTable table = JjTable.read(Path.of(arguments[0]));
    JjAttack attack = new JjAttack(table, Pattern.read(Path.of(arguments[1]), table));
    attack.run();
    System.out.println(attack.summary());
    attack.narrowed.forEach(System.out::println);
    System.exit(attack.isRepelled() ? 0 : 1);
  }

  void run() {
    BitSet hidden = pattern.hidden();
    for (BitSet component : table.components(hidden)) {
      try (Knowledge reals = Knowledge.of(table, hidden, component, false);
          Knowledge integers = Knowledge.of(table, hidden, component, true)) {
        component.stream().forEach(cell -> attack(cell, reals, integers));
      }
    }
  }

  private void attack(int cell, Knowledge reals, Knowledge integers) {
    double lower = bound(cell, false, reals, integers);
    double upper = bound(cell, true, reals, integers);
    JjTable.Cell of = table.cells().get(cell);
    if (!of.isUnsafe()) {
      return;
    }
    double value = of.value().doubleValue();
    double below = of.lowerLevel().doubleValue();
    double above = of.upperLevel().doubleValue();
    double sliding = of.slidingLevel().doubleValue();
    double width = below + above + sliding == 0 ? unit : sliding;
    double slack = whole ? TOLERANCE : Math.max(unit / 2, RELATIVE * Math.abs(value));
    if (lower > value - below + slack
        || upper < value + above - slack
        || upper - lower < width - slack) {
      narrowed.add("cell " + of.id() + " is narrowed below its protection");
    }
  }

  /** The bound found, after it was compared with the engine's. */
  private double bound(int cell, boolean up, Knowledge reals, Knowledge integers) {
    Knowledge.Bound real = reals.bound(cell, up);
    double claimed = up ? pattern.upper()[cell] : pattern.lower()[cell];
    double found = real.value();
    boolean proven = real.proven();
    if (whole) {
      found = up ? Math.floor(found + TOLERANCE) : Math.ceil(found - TOLERANCE);
      if (!real.attainedWhole()) {
        integerPrograms++;
        Knowledge.Bound integer = integers.bound(cell, up);
        proven = integer.proven();
        found = proven ? Math.rint(integer.value()) : found;
      }
    }
    double difference = up ? claimed - found : found - claimed;
    double slack = whole ? TOLERANCE : Math.max(ROUNDING, RELATIVE * Math.abs(found));
    if (Math.abs(difference) <= slack) {
      equal++;
    } else if (difference > 0) {
      outside++;
    } else if (!proven) {
      unproven++;
    } else {
      inside++;
    }
    return found;
  }

  boolean isRepelled() {
    return narrowed.isEmpty() && outside == 0 && inside == 0;
  }

  List<String> narrowed() {
    return narrowed;
  }

  String summary() {
    return pattern.hidden().cardinality()
        + " hidden: "
        + narrowed.size()
        + " unsafe cells narrowed; bounds: "
        + equal
        + " equal, "
        + outside
        + " wider and "
        + inside
        + " narrower than found, "
        + unproven
        + " not decided in ten minutes; "
        + integerPrograms
        + " integer programs";
  }
}
