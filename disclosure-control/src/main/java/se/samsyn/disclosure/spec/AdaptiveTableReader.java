package se.samsyn.disclosure.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samsyn.disclosure.adaptive.Attribute;
import se.samsyn.disclosure.jj.MalformedInput;
import se.samsyn.disclosure.spec.AdaptiveTable.UnitTable;
import se.samsyn.disclosure.spec.Specification.AdaptiveEntry;
import se.samsyn.disclosure.spec.Specification.AttributeEntry;
import se.samsyn.disclosure.spec.Specification.DimensionEntry;
import se.samsyn.disclosure.table.Dimension;
import se.samsyn.disclosure.table.Node;

/**
 * Reads a specification for adaptive resolution: for each attribute the table of units by classes,
 * never the cube of all attributes.
 */
public final class AdaptiveTableReader {
  private AdaptiveTableReader() {}

  /**
   * @throws MalformedInput also where adaptive resolution is not safe: combinations that cannot
   *     occur, a dimension of which a person can have several classes, amounts instead of persons
   */
  public static AdaptiveTable read(Path file) throws IOException {
    Specification specification = SpecificationReader.read(file);
    AdaptiveEntry adaptive =
        specification
            .adaptive()
            .orElseThrow(() -> Malformed.file("adaptive", "the specification does not have it"));
    requireFit(specification);
    Map<String, DimensionEntry> dimensions = new HashMap<>();
    specification.dimensions().forEach(d -> dimensions.put(d.id(), d));
    DimensionEntry units = dimension(dimensions, adaptive.units(), "adaptive/units");
    Path folder = file.toAbsolutePath().getParent();
    Map<String, UnitTable> tables = new HashMap<>();
    List<Attribute> attributes = new ArrayList<>();
    UnitTable total = null;
    for (AttributeEntry entry : adaptive.attributes()) {
      String where = "adaptive/attributes/" + attributes.size();
      DimensionEntry dimension = dimension(dimensions, entry.dimension(), where);
      if (entry.dimension().equals(adaptive.units()) || tables.containsKey(dimension.id())) {
        throw Malformed.file(where, "each dimension but the units can be an attribute once");
      }
      Figures data = figures(folder, specification.by(List.of(units, dimension)));
      UnitTable table = new UnitTable(data.cube(), data.measures().get(0).values());
      tables.put(dimension.id(), table);
      total = total == null ? table : total;
      String start = entry.start().orElse(ClassTree.TOTAL);
      requireStart(root(data, 0), start, where);
      attributes.add(new Attribute(dimension.id(), root(data, 1), start));
    }
    if (total == null) {
      throw Malformed.file("adaptive/attributes", "at least one attribute is expected");
    }
    return new AdaptiveTable(
        adaptive.k(), total.cube().cube().dimensions().get(0).root(), attributes, total, tables);
  }

  private static Figures figures(Path folder, Specification narrowed) throws IOException {
    FiguresReader reader = new FiguresReader(folder, narrowed);
    try {
      return narrowed.microdata().isPresent()
          ? reader.read(0)
          : reader.read(0, FinestCellReader::new);
    } catch (ArithmeticException e) {
      throw Malformed.file("measures", "a total has more digits than can be kept exactly");
    }
  }

  private static Node root(Figures data, int d) {
    return data.cube().cube().dimensions().get(d).root();
  }

  private static void requireFit(Specification specification) {
    if (!specification.structuralZeros().isEmpty()) {
      throw Malformed.file(
          "structural_zeros",
          "adaptive resolution is not safe where combinations cannot occur: a total minus a part"
              + " would show them; make one attribute of the dimensions, or choose another method");
    }
    if (specification.measures().size() != 1 || !specification.measures().get(0).isFrequency()) {
      throw Malformed.file("measures", "adaptive resolution is for one frequency");
    }
    for (DimensionEntry dimension : specification.dimensions()) {
      if (dimension.kind() == Dimension.Kind.MULTIPLE) {
        throw Malformed.file(
            "dimension " + dimension.id(), "adaptive resolution is for kind: single only");
      }
    }
  }

  private static DimensionEntry dimension(
      Map<String, DimensionEntry> dimensions, String id, String where) {
    DimensionEntry dimension = dimensions.get(id);
    if (dimension == null) {
      throw Malformed.file(where, "there is no dimension " + id);
    }
    return dimension;
  }

  /** A unit that is the only part of another is passed over, so nothing can begin there. */
  private static void requireStart(Node units, String start, String where) {
    boolean only =
        units
            .preorder()
            .anyMatch(u -> u.children().size() == 1 && u.children().get(0).code().equals(start));
    if (only || units.preorder().noneMatch(u -> u.code().equals(start))) {
      throw Malformed.file(
          where + "/start",
          only ? "the unit is the only part of another; name that one" : "there is no such unit");
    }
  }
}
