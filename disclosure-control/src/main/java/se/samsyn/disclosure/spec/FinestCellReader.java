package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;

/**
 * Adds up rows of finest cells, also over dimensions that are not asked for. A row of a total is
 * refused, since it would count twice.
 */
final class FinestCellReader implements DataReader {
  private final CsvTable file;
  private final Specification specification;

  FinestCellReader(CsvTable file, Specification specification) {
    this.file = file;
    this.specification = specification;
  }

  @Override
  public List<Measured> read(CodedCube cube, int kept) throws IOException {
    CellIndex index = new CellIndex(cube, file, specification.dimensions());
    List<RowTally> tallies = new ArrayList<>();
    for (MeasureEntry entry : specification.measures()) {
      tallies.add(new RowTally(cube, entry, kept));
    }
    int[] columns =
        file.columns(specification.measures().stream().map(MeasureEntry::columnName).toList());
    file.forEach(
        row -> {
          int cell = index.finest(row);
          for (int i = 0; i < columns.length; i++) {
            long figure = row.amount(columns[i], specification.measures().get(i).decimals());
            tallies.get(i).add(0, cell, figure);
          }
        });
    return tallies.stream().map(RowTally::measured).toList();
  }
}
