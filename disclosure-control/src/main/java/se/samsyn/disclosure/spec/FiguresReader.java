package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import se.samsyn.disclosure.spec.Specification.DimensionEntry;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/** Reads the classes and the figures of the dimensions and measures that a specification names. */
final class FiguresReader {
  private static final int MOST_CELLS = 20_000_000;

  private final Path folder;
  private final Specification specification;

  /** How the rows of a file are read. */
  interface Way {
    DataReader of(CsvTable file, Specification specification);
  }

  FiguresReader(Path folder, Specification specification) {
    this.folder = folder;
    this.specification = specification;
  }

  /** Figures in all cells, totals included. */
  Figures read(int kept) throws IOException {
    return read(
        kept, specification.microdata().isPresent() ? MicrodataReader::new : CellReader::new);
  }

  /** As {@link #read(int)}, with another way to read the rows. */
  Figures read(int kept, Way way) throws IOException {
    distinct(specification.dimensions().stream().map(DimensionEntry::id).toList(), "dimensions");
    distinct(specification.measures().stream().map(MeasureEntry::id).toList(), "measures");
    boolean micro = specification.microdata().isPresent();
    CsvTable file =
        CsvTable.open(
            folder,
            micro
                ? specification.microdata().get().file()
                : specification.cells().orElseThrow().file(),
            specification.csv());
    List<Dimension> dimensions = new ArrayList<>();
    for (DimensionEntry entry : specification.dimensions()) {
      dimensions.add(dimension(entry, file));
    }
    CodedCube cube = cube(dimensions);
    DataReader reader = way.of(file, specification);
    return new Figures(cube, reader.read(cube, kept));
  }

  private static CodedCube cube(List<Dimension> dimensions) {
    try {
      CodedCube cube = new CodedCube(dimensions);
      if (cube.size() <= MOST_CELLS) {
        return cube;
      }
    } catch (ArithmeticException e) {
      // Falls through to the same answer as a little less.
    }
    throw Malformed.file("dimensions", "together they have more than " + MOST_CELLS + " cells");
  }

  private Dimension dimension(DimensionEntry entry, CsvTable file) throws IOException {
    Node root;
    if (entry.classes().isPresent()) {
      root = ClassTree.written(entry.classes().get());
    } else if (entry.classesFile().isPresent()) {
      root =
          ClassTree.listed(CsvTable.open(folder, entry.classesFile().get(), specification.csv()));
    } else {
      TreeSet<String> codes = new TreeSet<>();
      int column = file.column(entry.columnName());
      file.forEach(
          row -> {
            if (row.text(column).isEmpty()) {
              throw row.fault(column, "a class is expected");
            }
            codes.add(row.text(column));
          });
      codes.remove(ClassTree.TOTAL);
      root = ClassTree.flat(codes);
    }
    try {
      return new Dimension(entry.id(), entry.kind(), root);
    } catch (IllegalArgumentException e) {
      throw Malformed.file("dimension " + entry.id(), "a code comes twice among its classes");
    }
  }

  private static void distinct(List<String> ids, String what) {
    if (new HashSet<>(ids).size() != ids.size()) {
      throw Malformed.file(what, "an id comes twice");
    }
  }
}
