package se.samsyn.disclosure.respondent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.solve.LinearProgram;
import se.samsyn.disclosure.solve.LinearProgram.Outcome;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Relation;
import se.samsyn.disclosure.table.TableSpace;

/**
 * One whole-number table within the bounds that are known. Which one does not matter to who starts
 * from it: what an attacker is left with follows from what is published alone.
 */
final class PossibleTable {
  /** Each round mends what the solver's precision left of the one before. */
  private static final int ROUNDS = 5;

  private static final long PATIENCE = 60_000;

  private final CubeSystem system;
  private final TableSpace space;
  private final int layers;

  private PossibleTable(Cube cube, List<Layer> layers, RespondentPart part) {
    this.system = new CubeSystem(cube, layers);
    this.layers = layers.size();
    long[] lower = new long[system.size()];
    long[] upper = new long[system.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    for (int layer = 0; layer < layers.size(); layer++) {
      int first = system.cell(layer, 0);
      System.arraycopy(part.lower().get(layer), 0, lower, first, cube.size());
      System.arraycopy(part.upper().get(layer), 0, upper, first, cube.size());
    }
    this.space = new TableSpace(lower, upper, system.relations());
  }

  /** Per layer the values by cell; empty where no such table was found. */
  static Optional<List<long[]>> of(Cube cube, List<Layer> layers, RespondentPart part) {
    return new PossibleTable(cube, layers, part).find(cube.size());
  }

  private Optional<List<long[]>> find(int cells) {
    long[] table = IntStream.range(0, space.size()).mapToLong(space::lower).toArray();
    complete(table, cells);
    for (int round = 0; round < ROUNDS && !space.contains(table); round++) {
      if (!move(table)) {
        return Optional.empty();
      }
      complete(table, cells);
    }
    return space.contains(table) ? Optional.of(layersOf(table, cells)) : Optional.empty();
  }

  /** Helper cells follow from the others. */
  private void complete(long[] table, int cells) {
    System.arraycopy(system.complete(layersOf(table, cells)), 0, table, 0, table.length);
  }

  private List<long[]> layersOf(long[] table, int cells) {
    List<long[]> values = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      values.add(Arrays.copyOfRange(table, system.cell(layer, 0), system.cell(layer, 0) + cells));
    }
    return values;
  }

  /** Seeks whole changes that make all relations hold; in distances, which are small numbers. */
  private boolean move(long[] table) {
    try (LinearProgram program = LinearProgram.integer()) {
      for (int cell = 0; cell < table.length; cell++) {
        double upper =
            space.upper(cell) == TableSpace.UNBOUNDED
                ? LinearProgram.INFINITY
                : space.upper(cell) - table[cell];
        program.variable(space.lower(cell) - table[cell], upper, cell < system.shown());
      }
      for (Relation relation : space.relations()) {
        double missing = relation.constant();
        for (int i = 0; i < relation.cells().length; i++) {
          missing -= (double) relation.coefficients()[i] * table[relation.cells()[i]];
        }
        int row = program.row(missing, missing);
        for (int i = 0; i < relation.cells().length; i++) {
          program.coefficient(row, relation.cells()[i], relation.coefficients()[i]);
        }
      }
      Outcome outcome = program.minimize(PATIENCE);
      if (outcome != Outcome.OPTIMAL && outcome != Outcome.FEASIBLE) {
        return false;
      }
      for (int cell = 0; cell < system.shown(); cell++) {
        table[cell] += Math.round(program.value(cell));
      }
      return true;
    }
  }
}
