package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import se.samsyn.disclosure.cube.CubeSystem;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.spec.Specification.DimensionEntry;
import se.samsyn.disclosure.spec.Specification.MeasureEntry;
import se.samsyn.disclosure.spec.Specification.RuleEntries;
import se.samsyn.disclosure.table.Publication;
import se.samsyn.disclosure.table.Table;
import se.samsyn.disclosure.table.TableSpace;

/** Makes the table that a specification describes from the files that it names. */
public final class SpecifiedTableReader {
  private final Path folder;
  private final Specification specification;

  private SpecifiedTableReader(Path folder, Specification specification) {
    this.folder = folder;
    this.specification = specification;
  }

  /**
   * @param file the YAML file; the files that it names lie beside it
   * @throws MalformedInput with the file, the place and what is wrong; no value of a row is in it
   * @throws IOException if a file cannot be read
   */
  public static SpecifiedTable read(Path file) throws IOException {
    return read(file, SpecificationReader.read(file));
  }

  /** As {@link #read(Path)}, for a specification that was read before. */
  public static SpecifiedTable read(Path file, Specification specification) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return new SpecifiedTableReader(folder, specification).table();
    } catch (ArithmeticException e) {
      throw Malformed.file(
          String.valueOf(file.getFileName()),
          "figures have more digits than can be kept exactly; use a larger unit or fewer decimals");
    }
  }

  private SpecifiedTable table() throws IOException {
    RuleEntries rules = specification.rules();
    Figures data = new FiguresReader(folder, specification).read(kept(rules));
    CodedCube cube = data.cube();
    KnownCells known = KnownCells.read(folder, specification, cube);
    List<Layer> layers =
        specification.measures().stream().map(SpecifiedTableReader::layer).toList();
    CubeSystem system = new CubeSystem(cube.cube(), layers);
    long[] lower = new long[system.size()];
    long[] upper = upper(system, cube, known, data.measures());
    UnsafeCells unsafe = new UnsafeCells(system, cube, known, lower, upper);
    unsafe.apply(
        rules,
        specification.dimensions().stream().map(DimensionEntry::id).toList(),
        data.measures());
    Table table =
        new Table(
            new TableSpace(lower, upper, system.relations()),
            system.complete(data.measures().stream().map(Measured::values).toList()),
            costs(system, cube, data.measures()),
            publication(system, cube, known),
            bundles(system, cube));
    return new SpecifiedTable(
        cube.cube(),
        specification.measures().stream().map(MeasureEntry::id).toList(),
        specification.measures().stream().map(MeasureEntry::decimals).toList(),
        table,
        unsafe.demands(),
        specification.measures().stream().allMatch(MeasureEntry::isFrequency),
        known.costs(),
        rules.minimumFrequency(),
        !known.published().isEmpty() || !known.suppressed().isEmpty(),
        unsafe.unsafeButPublished());
  }

  private static int kept(RuleEntries rules) {
    return Math.max(
        rules.dominance().map(Specification.DominanceEntry::n).orElse(0),
        rules.pPercent().map(rule -> rule.group().orElse(1) + 1).orElse(0));
  }

  private static Layer layer(MeasureEntry entry) {
    boolean persons =
        entry.isFrequency()
            && entry.count().orElse(Specification.Counted.PERSONS) == Specification.Counted.PERSONS;
    return persons ? Layer.persons(entry.id()) : Layer.additive(entry.id());
  }

  private static long[] upper(
      CubeSystem system, CodedCube cube, KnownCells known, List<Measured> measures) {
    long[] upper = new long[system.size()];
    Arrays.fill(upper, TableSpace.UNBOUNDED);
    for (int layer = 0; layer < measures.size(); layer++) {
      Measured data = measures.get(layer);
      for (int cell = 0; cell < cube.size(); cell++) {
        int at = system.cell(layer, cell);
        if (known.structural().get(cell)) {
          upper[at] = 0;
        } else if (data.values() == data.persons()) {
          upper[at] = known.population()[cell];
        }
        if (data.values()[cell] > upper[at]) {
          throw Malformed.file(
              "measure " + data.entry().id(),
              "a cell holds more than it can: cell "
                  + String.join(", ", cube.cube().coordinates(cell))
                  + "; correct structural_zeros or the population");
        }
      }
    }
    return upper;
  }

  /** Large cells and totals are dear, as for the cubes of an agency. */
  private static double[] costs(CubeSystem system, CodedCube cube, List<Measured> measures) {
    double[] costs = new double[system.size()];
    Arrays.fill(costs, 1e-3);
    for (int layer = 0; layer < measures.size(); layer++) {
      for (int cell = 0; cell < cube.size(); cell++) {
        costs[system.cell(layer, cell)] =
            1 + Math.log1p(measures.get(layer).persons()[cell]) / 4 + cube.cube().level(cell) * 0.5;
      }
    }
    return costs;
  }

  private static Publication[] publication(CubeSystem system, CodedCube cube, KnownCells known) {
    Publication[] publication = new Publication[system.size()];
    for (int cell = 0; cell < publication.length; cell++) {
      int place = cell % cube.size();
      boolean fixed = known.structural().get(place) || known.published().get(place);
      publication[cell] =
          cell >= system.shown() || !known.shown().get(place)
              ? Publication.NEVER
              : fixed ? Publication.ALWAYS : Publication.OPTIONAL;
    }
    return publication;
  }

  /** A cell is hidden in all measures or in none. */
  private static int[] bundles(CubeSystem system, CodedCube cube) {
    int[] bundles = new int[system.size()];
    int next = cube.size();
    for (int cell = 0; cell < bundles.length; cell++) {
      bundles[cell] = cell < system.shown() ? cell % cube.size() : next++;
    }
    return bundles;
  }
}
