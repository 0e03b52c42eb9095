package se.samsyn.disclosure.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Relation;

/**
 * Finds values for groups of atoms that no release has as a cell. Any that agree with all cells
 * will do: protection starts from a possible table, and what is asked of it concerns only cells
 * whose values are known.
 */
final class HelperValues {
  private static final long PATIENCE = 60_000;

  private final UnionSystem system;
  private final List<Relation> relations;
  private final BitSet unknown;

  HelperValues(UnionSystem system, BitSet unknown, List<Relation> relations) {
    this.system = system;
    this.unknown = (BitSet) unknown.clone();
    this.relations = relations;
  }

  /**
   * @throws ReleasesContradict if there are none
   */
  void fill() {
    boolean found = true;
    while (found && !unknown.isEmpty()) {
      found = false;
      for (Relation relation : relations) {
        found |= substitute(relation);
      }
    }
    if (!unknown.isEmpty()) {
      solve();
    }
  }

  /** Computes the helper of a relation that has no other. */
  private boolean substitute(Relation relation) {
    int at = -1;
    for (int i = 0; i < relation.cells().length; i++) {
      if (unknown.get(relation.cells()[i])) {
        if (at >= 0) {
          return false;
        }
        at = i;
      }
    }
    if (at < 0 || Math.abs(relation.coefficients()[at]) != 1) {
      return false;
    }
    long value = Math.multiplyExact(known(relation), relation.coefficients()[at]);
    if (value < 0) {
      throw contradiction();
    }
    system.setHelper(relation.cells()[at], value);
    unknown.clear(relation.cells()[at]);
    return true;
  }

  private void solve() {
    int[] cells = unknown.stream().toArray();
    try (LinearProgram program = LinearProgram.integer()) {
      for (int i = 0; i < cells.length; i++) {
        program.variable(0, LinearProgram.INFINITY, true);
      }
      for (Relation relation : relations) {
        List<Integer> mine = new ArrayList<>();
        for (int i = 0; i < relation.cells().length; i++) {
          if (unknown.get(relation.cells()[i])) {
            mine.add(i);
          }
        }
        if (!mine.isEmpty()) {
          double constant = known(relation);
          int row = program.row(constant, constant);
          for (int i : mine) {
            program.coefficient(
                row, Arrays.binarySearch(cells, relation.cells()[i]), relation.coefficients()[i]);
          }
        }
      }
      Outcome outcome = program.minimize(PATIENCE);
      if (outcome != Outcome.OPTIMAL && outcome != Outcome.FEASIBLE) {
        throw contradiction();
      }
      for (int i = 0; i < cells.length; i++) {
        system.setHelper(cells[i], Math.round(program.value(i)));
      }
    }
  }

  /** What the unknown terms of a relation must sum up to. */
  private long known(Relation relation) {
    long rest = relation.constant();
    for (int i = 0; i < relation.cells().length; i++) {
      if (!unknown.get(relation.cells()[i])) {
        rest =
            Math.subtractExact(
                rest,
                Math.multiplyExact(relation.coefficients()[i], system.value(relation.cells()[i])));
      }
    }
    return rest;
  }

  private static ReleasesContradict contradiction() {
    return new ReleasesContradict(
        "the releases cannot all be true of the same data: figures of cells that overlap do not"
            + " agree");
  }
}
