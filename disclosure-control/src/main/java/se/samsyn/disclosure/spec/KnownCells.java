package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.disclosure.spec.Specification.Known;
import se.samsyn.disclosure.table.TableSpace;

/**
 * What is known of cells besides their figures.
 *
 * @param population the largest number of persons each cell can hold
 * @param shown cells that are in one of the tables to publish
 * @param structural cells that nobody can be in, as everybody knows
 * @param published cells that were shown in an earlier release
 * @param suppressed cells that were hidden in an earlier release
 * @param costs what hiding each cell costs, if the specification tells it
 */
@SuppressWarnings("ArrayRecordComponent")
record KnownCells(
    long[] population,
    BitSet shown,
    BitSet structural,
    BitSet published,
    BitSet suppressed,
    Optional<double[]> costs) {

  static KnownCells read(Path folder, Specification specification, CodedCube cube)
      throws IOException {
    long[] population = new long[cube.size()];
    Arrays.fill(population, TableSpace.UNBOUNDED);
    double[] costs = new double[cube.size()];
    Arrays.fill(costs, 1);
    BitSet published = new BitSet();
    BitSet suppressed = new BitSet();
    Optional<Known> known = specification.known();
    if (known.isPresent()) {
      Optional<String> name =
          known.get().file().or(() -> specification.cells().map(Specification.Cells::file));
      CsvTable file =
          CsvTable.open(
              folder,
              name.orElseThrow(
                  () -> Malformed.file("known", "name a file: microdata have no cells")),
              specification.csv());
      CellIndex index = new CellIndex(cube, file, specification.dimensions());
      int people = known.get().population().map(file::column).orElse(-1);
      int status = known.get().status().map(file::column).orElse(-1);
      int cost = known.get().cost().map(file::column).orElse(-1);
      BitSet seen = new BitSet();
      file.forEach(
          row -> {
            int cell = index.any(row);
            if (seen.get(cell)) {
              throw Malformed.row(file.name(), row.line(), "the cell is in the file twice");
            }
            seen.set(cell);
            if (people >= 0 && !row.text(people).isEmpty()) {
              population[cell] = row.amount(people, 0);
            }
            if (cost >= 0 && !row.text(cost).isEmpty()) {
              costs[cell] = Math.max(1, row.amount(cost, 6)) / 1e6;
            }
            if (status >= 0) {
              state(row, status, cell, published, suppressed);
            }
          });
    }
    BitSet structural = structural(specification.structuralZeros(), specification, cube);
    SameColumn.exclude(specification, cube, structural);
    return new KnownCells(
        population,
        ShownPlaces.of(specification, cube),
        structural,
        published,
        suppressed,
        known.flatMap(Known::cost).map(column -> costs));
  }

  private static void state(
      CsvTable.Row row, int column, int cell, BitSet published, BitSet suppressed) {
    switch (row.text(column)) {
      case "published" -> published.set(cell);
      case "suppressed" -> suppressed.set(cell);
      case "" -> {}
      default -> throw row.fault(column, "published, suppressed or nothing is expected");
    }
  }

  /** A combination rules out every cell that lies in all its classes. */
  private static BitSet structural(
      List<Map<String, String>> combinations, Specification specification, CodedCube cube) {
    BitSet structural = new BitSet();
    for (int i = 0; i < combinations.size(); i++) {
      int[] nodes = new int[specification.dimensions().size()];
      int named = 0;
      for (int d = 0; d < nodes.length; d++) {
        String code = combinations.get(i).get(specification.dimensions().get(d).id());
        nodes[d] = code == null ? 0 : cube.position(d, code);
        named += code == null ? 0 : 1;
        if (nodes[d] < 0) {
          throw Malformed.file(
              "structural_zeros/" + i,
              "no such class in dimension " + specification.dimensions().get(d).id());
        }
      }
      if (named != combinations.get(i).size()) {
        throw Malformed.file("structural_zeros/" + i, "names a dimension that is not there");
      }
      for (int cell = 0; cell < cube.size(); cell++) {
        boolean inside = true;
        for (int d = 0; d < nodes.length && inside; d++) {
          inside = cube.holds(d, nodes[d], cube.cube().position(cell, d));
        }
        structural.set(cell, structural.get(cell) || inside);
      }
    }
    return structural;
  }
}
