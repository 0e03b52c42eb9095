package se.samsyn.disclosure.spec;

import java.util.List;
import se.samsyn.disclosure.spec.Specification.DimensionEntry;

/** Finds the cell of a row by its columns of codes. */
final class CellIndex {
  private final CodedCube cube;
  private final int[] columns;
  private final int[] at;

  CellIndex(CodedCube cube, CsvTable file, List<DimensionEntry> dimensions) {
    this.cube = cube;
    this.columns = file.columns(dimensions.stream().map(DimensionEntry::columnName).toList());
    this.at = new int[columns.length];
  }

  /** The cell of any level that a row of cells names. */
  int any(CsvTable.Row row) {
    for (int d = 0; d < columns.length; d++) {
      at[d] = position(row, d);
    }
    return cube.cube().index(at);
  }

  /** The finest cell that a row of microdata belongs to. */
  int finest(CsvTable.Row row) {
    for (int d = 0; d < columns.length; d++) {
      at[d] = position(row, d);
      if (!cube.isLeaf(d, at[d])) {
        throw row.fault(
            columns[d], "a class without parts is expected, this one has parts or is the total");
      }
    }
    return cube.cube().index(at);
  }

  private int position(CsvTable.Row row, int d) {
    int position = cube.position(d, row.text(columns[d]));
    if (position < 0) {
      throw row.fault(
          columns[d],
          "not one of the classes of "
              + cube.cube().dimensions().get(d).id()
              + "; add the class to the specification or correct the row");
    }
    return position;
  }

  /** The column of dimension {@code d} in the file. */
  int column(int d) {
    return columns[d];
  }
}
