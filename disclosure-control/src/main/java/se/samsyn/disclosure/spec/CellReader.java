package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Dimension;

/**
 * Reads cells that somebody counted before. A finest cell that is not in the file is 0; a total
 * that is not is computed from its parts, each contributor taken to be in one of them.
 */
final class CellReader implements DataReader {
  private final CsvTable file;
  private final Specification specification;

  CellReader(CsvTable file, Specification specification) {
    this.file = file;
    this.specification = specification;
  }

  @Override
  public List<Measured> read(CodedCube cube, int kept) throws IOException {
    CellIndex index = new CellIndex(cube, file, specification.dimensions());
    long[] lines = new long[cube.size()];
    List<Figures> all = new ArrayList<>();
    for (MeasureEntry entry : specification.measures()) {
      all.add(new Figures(entry, cube.size(), kept));
    }
    file.forEach(
        row -> {
          int cell = index.any(row);
          if (lines[cell] != 0) {
            throw Malformed.row(file.name(), row.line(), "the cell is in the file twice");
          }
          lines[cell] = row.line();
          all.forEach(figures -> figures.take(row, cell));
        });
    return all.stream().map(figures -> figures.complete(cube, lines)).toList();
  }

  /** The figures of one measure. */
  private final class Figures {
    private final MeasureEntry entry;
    private final int value;
    private final int contributors;
    private final int[] largestColumns;
    private final long[] values;
    private final long[] persons;
    private final Largest largest;

    Figures(MeasureEntry entry, int cells, int kept) {
      this.entry = entry;
      this.value = file.column(entry.columnName());
      this.contributors = entry.contributors().map(file::column).orElse(-1);
      this.largestColumns = file.columns(entry.largest());
      if (!entry.isFrequency() && largestColumns.length < kept) {
        throw Malformed.file(
            "measure " + entry.id(),
            "the rules ask for the " + kept + " largest contributions; name their columns");
      }
      boolean frequencyRule = specification.rules().minimumFrequency().isPresent();
      if (!entry.isFrequency() && contributors < 0 && frequencyRule) {
        throw Malformed.file(
            "measure " + entry.id(),
            "minimum_frequency asks for the number of contributors; name its column");
      }
      this.values = new long[cells];
      this.persons = entry.isFrequency() ? values : new long[cells];
      this.largest = new Largest(cells, entry.isFrequency() ? 0 : kept);
    }

    void take(CsvTable.Row row, int cell) {
      values[cell] = row.amount(value, entry.decimals());
      if (contributors >= 0) {
        persons[cell] = row.amount(contributors, 0);
        if (persons[cell] == 0 && values[cell] > 0) {
          throw row.fault(contributors, "there is an amount, but nobody who contributes");
        }
      } else if (!entry.isFrequency()) {
        persons[cell] = values[cell] > 0 ? Long.MAX_VALUE >> 16 : 0;
      }
      long sum = 0;
      for (int column : largestColumns) {
        long amount = row.amount(column, entry.decimals());
        largest.offer(cell, amount);
        sum = Math.addExact(sum, amount);
        if (sum > values[cell]) {
          throw row.fault(column, "the largest contributions are more than the whole");
        }
      }
    }

    /** Totals that are not in the file, from the finest upwards; then everything is checked. */
    Measured complete(CodedCube coded, long[] lines) {
      Cube cube = coded.cube();
      List<List<int[]>> parts = new ArrayList<>();
      for (int cell = 0; cell < cube.size(); cell++) {
        parts.add(null);
      }
      cube.forEachSum(
          (along, total, cells) -> {
            if (lines[total] == 0 && parts.get(total) == null && adds(along)) {
              parts.set(total, List.of(cells));
            }
          });
      // Parts have higher numbers than their total, so they are complete before it.
      for (int cell = cube.size() - 1; cell >= 0; cell--) {
        if (lines[cell] == 0 && parts.get(cell) != null) {
          add(cell, parts.get(cell).get(0));
        } else if (lines[cell] == 0 && cube.level(cell) > 0) {
          throw Malformed.file(
              file.name(),
              "the total of a multiple dimension is not in the file and cannot be computed from"
                  + " its parts");
        }
      }
      List<MalformedInput> faults = new ArrayList<>();
      cube.forEachSum(
          (along, total, cells) -> {
            if (!fits(along, total, cells)) {
              // A total that is in the file says best where to look.
              faults.add(lines[total] == 0 ? faults.size() : 0, fault(along, lines[total]));
            }
          });
      if (!faults.isEmpty()) {
        throw faults.get(0);
      }
      return new Measured(entry, values, persons, largest);
    }

    private void add(int total, int[] cells) {
      for (int part : cells) {
        values[total] = Math.addExact(values[total], values[part]);
        if (!entry.isFrequency()) {
          persons[total] += persons[part];
        }
        for (int rank = 0; rank < largest.kept(); rank++) {
          largest.offer(total, largest.at(part, rank));
        }
      }
    }

    private boolean adds(Dimension along) {
      return !entry.isFrequency() || along.kind() == Dimension.Kind.SINGLE;
    }

    private boolean fits(Dimension along, int total, int[] cells) {
      long sum = Arrays.stream(cells).mapToLong(cell -> values[cell]).reduce(0, Math::addExact);
      long most = Arrays.stream(cells).mapToLong(cell -> values[cell]).max().orElse(0);
      return adds(along) || cells.length == 1
          ? sum == values[total]
          : most <= values[total] && values[total] <= sum;
    }

    private MalformedInput fault(Dimension along, long line) {
      String what = "the total and its parts along " + along.id() + " do not fit together";
      return line == 0
          ? Malformed.file(file.name(), what)
          : Malformed.field(file.name(), line, entry.columnName(), what);
    }
  }
}
