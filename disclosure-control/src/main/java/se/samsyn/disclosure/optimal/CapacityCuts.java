package se.samsyn.disclosure.optimal;

import java.util.Optional;
import se.samsyn.disclosure.certificate.Attacker;
import se.samsyn.disclosure.optimal.Need.Side;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/**
 * How far a cell can be moved at most when choices are hidden in part, and from that a condition on
 * what must be hidden ({@code capacity constraints} in Fischetti and Salazar-Gonzalez 1999).
 *
 * <p>The program is the dual of the attacker's: one multiplier per relation. Any multipliers give a
 * true condition, so those that the solver finds are rounded to fractions and the condition is
 * computed from them in whole numbers.
 */
final class CapacityCuts implements AutoCloseable {
  private static final long PATIENCE = 20_000;

  /** Multipliers are rounded to fractions of this, which most small ones divide. */
  private static final long DENOMINATOR = 5040;

  private static final double LARGEST_MULTIPLIER = 1e6;

  /** What a shown choice counts for, so that few of them get a coefficient. */
  private static final double SLIGHT = 1e-3;

  private final Table table;
  private final Choices choices;
  private final LinearProgram program = LinearProgram.manyObjectives();
  private final int[] rises;
  private final int[] falls;
  private final int[] aims;

  CapacityCuts(Table table, Choices choices) {
    this.table = table;
    this.choices = choices;
    TableSpace space = table.space();
    for (int r = 0; r < space.relations().size(); r++) {
      program.variable(-LARGEST_MULTIPLIER, LARGEST_MULTIPLIER, false);
    }
    int size = table.size();
    rises = new int[size];
    falls = new int[size];
    aims = new int[size];
    int[] rows = new int[size];
    for (int cell = 0; cell < size; cell++) {
      rises[cell] = program.variable(0, LinearProgram.INFINITY, false);
      falls[cell] = program.variable(0, LinearProgram.INFINITY, false);
      aims[cell] = program.variable(0, 0, false);
      rows[cell] = program.row(0, 0);
      program.coefficient(rows[cell], rises[cell], 1);
      program.coefficient(rows[cell], falls[cell], -1);
      program.coefficient(rows[cell], aims[cell], -1);
    }
    for (int r = 0; r < space.relations().size(); r++) {
      Relation relation = space.relations().get(r);
      for (int i = 0; i < relation.cells().length; i++) {
        program.coefficient(rows[relation.cells()[i]], r, relation.coefficients()[i]);
      }
    }
  }

  /**
   * A condition that these choices break.
   *
   * @param x per choice between 0 (shown) and 1 (hidden)
   */
  Optional<Cut> broken(Need need, Side side, double[] x) {
    double[] coefficients = new double[choices.count()];
    double least = 1;
    for (boolean up : new boolean[] {true, false}) {
      if (up ? side.up() : side.down()) {
        Optional<long[]> rest = rest(need.demand(), up, side.amount(), x);
        if (rest.isEmpty()) {
          return Optional.empty();
        }
        least -= account(need.demand().attacker(), rest.get(), side.amount(), coefficients);
      }
    }
    if (need.condition() >= 0) {
      least -= coefficients[need.condition()];
      coefficients[need.condition()] = 0;
    }
    if (least < 1e-6) {
      return Optional.empty();
    }
    for (int choice = 0; choice < coefficients.length; choice++) {
      coefficients[choice] = Math.min(1, coefficients[choice] / least);
    }
    Cut cut = new Cut(coefficients, 1);
    if (need.condition() >= 0) {
      coefficients[need.condition()] = -1;
      cut = new Cut(coefficients, 0);
    }
    return cut.isViolatedBy(x) ? Optional.of(cut) : Optional.empty();
  }

  /** Adds what each choice allows, as a part of the amount; returns what is allowed in any case. */
  private double account(Attacker attacker, long[] rest, long amount, double[] coefficients) {
    double always = 0;
    for (int cell = 0; cell < rest.length; cell++) {
      int choice = choices.of(cell);
      if (rest[cell] == 0 || choice == Choices.SHOWN || attacker.knows().contains(cell)) {
        continue;
      }
      // Divided first: the product of a long magnitude and a multiplier may leave 64 bits.
      double part = room(cell, rest[cell] > 0) / amount * Math.abs(rest[cell]) / DENOMINATOR;
      part = Math.min(1, part * (1 + 1e-12));
      if (choice == Choices.HIDDEN) {
        always += part;
      } else {
        coefficients[choice] += part;
      }
    }
    return always;
  }

  /** Per cell what the relations' multipliers do not cover, in units of 1 / DENOMINATOR. */
  private Optional<long[]> rest(Demand demand, boolean up, long amount, double[] x) {
    for (int cell = 0; cell < table.size(); cell++) {
      double hidden = hidden(demand.attacker(), cell, x);
      program.cost(rises[cell], Math.min(1, room(cell, true) / amount) * hidden);
      program.cost(falls[cell], Math.min(1, room(cell, false) / amount) * hidden);
    }
    int aim = aims[demand.cell()];
    program.bounds(aim, up ? 1 : -1, up ? 1 : -1);
    Optional<long[]> rest =
        program.minimize(PATIENCE) == Outcome.OPTIMAL
            ? Optional.of(uncovered(demand.cell(), up))
            : Optional.empty();
    program.bounds(aim, 0, 0);
    return rest;
  }

  private long[] uncovered(int cell, boolean up) {
    long[] rest = new long[table.size()];
    rest[cell] = up ? DENOMINATOR : -DENOMINATOR;
    for (int r = 0; r < table.space().relations().size(); r++) {
      long multiplier = Math.round(program.value(r) * DENOMINATOR);
      if (multiplier != 0) {
        Relation relation = table.space().relations().get(r);
        for (int i = 0; i < relation.cells().length; i++) {
          rest[relation.cells()[i]] =
              Math.subtractExact(
                  rest[relation.cells()[i]],
                  Math.multiplyExact(multiplier, relation.coefficients()[i]));
        }
      }
    }
    return rest;
  }

  private double hidden(Attacker attacker, int cell, double[] x) {
    int choice = choices.of(cell);
    if (choice == Choices.SHOWN || attacker.knows().contains(cell)) {
      return 0;
    }
    return choice == Choices.HIDDEN ? 1 : Math.max(x[choice], SLIGHT);
  }

  private double room(int cell, boolean up) {
    if (!up) {
      return table.value(cell) - table.space().lower(cell);
    }
    long upper = table.space().upper(cell);
    return upper == TableSpace.UNBOUNDED ? Double.POSITIVE_INFINITY : upper - table.value(cell);
  }

  @Override
  public void close() {
    program.close();
  }
}
