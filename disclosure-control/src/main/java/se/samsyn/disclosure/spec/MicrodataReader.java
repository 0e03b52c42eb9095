package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import se.samsyn.disclosure.spec.Specification.Counted;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;
import se.samsyn.disclosure.table.Dimension;

/**
 * Counts and adds up rows of single persons or events. Rows are read once and not kept: memory
 * grows with the distinct pairs of person and finest cell.
 */
final class MicrodataReader implements DataReader {
  private final CsvTable file;
  private final Specification specification;

  MicrodataReader(CsvTable file, Specification specification) {
    this.file = file;
    this.specification = specification;
  }

  @Override
  public List<Measured> read(CodedCube cube, int kept) throws IOException {
    OptionalInt personColumn =
        specification.microdata().orElseThrow().person().isPresent()
            ? OptionalInt.of(file.column(specification.microdata().get().person().get()))
            : OptionalInt.empty();
    CellIndex index = new CellIndex(cube, file, specification.dimensions());
    List<Tally> tallies = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (MeasureEntry entry : specification.measures()) {
      tallies.add(tally(cube, entry, personColumn.isPresent(), kept));
      columns.add(entry.isFrequency() ? -1 : file.column(entry.columnName()));
    }
    Persons persons = new Persons(cube, index, countsPersons(personColumn.isPresent()));
    file.forEach(
        row -> {
          int cell = index.finest(row);
          int person =
              personColumn.isPresent() ? persons.number(row, personColumn.getAsInt(), cell) : 0;
          for (int i = 0; i < tallies.size(); i++) {
            int column = columns.get(i);
            int decimals = specification.measures().get(i).decimals();
            tallies.get(i).add(person, cell, column < 0 ? 1 : row.amount(column, decimals));
          }
        });
    return tallies.stream().map(Tally::measured).toList();
  }

  private boolean countsPersons(boolean named) {
    return named && specification.measures().stream().anyMatch(m -> counted(m) == Counted.PERSONS);
  }

  private static Counted counted(MeasureEntry entry) {
    return entry.isFrequency() ? entry.count().orElse(Counted.PERSONS) : Counted.ROWS;
  }

  private Tally tally(CodedCube cube, MeasureEntry entry, boolean named, int kept) {
    if (!named) {
      if (entry.count().isPresent() && counted(entry) == Counted.PERSONS) {
        throw Malformed.file(
            "measure " + entry.id(),
            "persons can be counted only where microdata.person names their column");
      }
      return new RowTally(cube, entry, kept);
    }
    return counted(entry) == Counted.PERSONS && entry.isFrequency()
        ? new PersonTally(cube, entry, kept, false)
        : new PersonTally(cube, entry, kept, true);
  }

  /** Numbers persons by their first row, and checks what a single dimension means. */
  private static final class Persons {
    private final CodedCube cube;
    private final CellIndex index;
    private final boolean checked;
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] firstCell = new int[1024];

    Persons(CodedCube cube, CellIndex index, boolean checked) {
      this.cube = cube;
      this.index = index;
      this.checked = checked;
    }

    int number(CsvTable.Row row, int column, int cell) {
      String person = row.text(column);
      if (person.isEmpty()) {
        throw row.fault(column, "the row does not say whose it is");
      }
      Integer known = numbers.putIfAbsent(person, numbers.size());
      if (known == null) {
        int number = numbers.size() - 1;
        if (number == firstCell.length) {
          firstCell = Arrays.copyOf(firstCell, number * 2);
        }
        firstCell[number] = cell;
        return number;
      }
      for (int d = 0; checked && d < cube.cube().dimensions().size(); d++) {
        boolean single = cube.cube().dimensions().get(d).kind() == Dimension.Kind.SINGLE;
        if (single && cube.cube().position(cell, d) != cube.cube().position(firstCell[known], d)) {
          throw row.fault(
              index.column(d),
              "the person is in another class of this dimension in an earlier row; declare the"
                  + " dimension as kind: multiple, or count rows");
        }
      }
      return known;
    }
  }
}
