package se.samsyn.disclosure.spec;

import java.util.BitSet;
import java.util.List;
import se.samsyn.disclosure.spec.Specification.DimensionEntry;

/**
 * Which cells of the cube of all dimensions are in one of the linked tables that are to be
 * published: those that are at the total in every dimension that the table does not have. All
 * others exist, and hold the tables together, but are never shown.
 */
final class ShownPlaces {
  private ShownPlaces() {}

  static BitSet of(Specification specification, CodedCube cube) {
    BitSet shown = new BitSet();
    if (specification.tables().isEmpty()) {
      shown.set(0, cube.size());
      return shown;
    }
    if (specification.cells().isPresent()) {
      throw Malformed.file(
          "tables", "linked tables are made from microdata; for cells write a .jj of all of them");
    }
    List<String> ids = specification.dimensions().stream().map(DimensionEntry::id).toList();
    for (List<String> table : specification.tables()) {
      if (!ids.containsAll(table)) {
        throw Malformed.file("tables", "a table names a dimension that is not there");
      }
      for (int cell = 0; cell < cube.size(); cell++) {
        boolean inside = true;
        for (int d = 0; d < ids.size() && inside; d++) {
          inside = table.contains(ids.get(d)) || cube.cube().position(cell, d) == 0;
        }
        shown.set(cell, shown.get(cell) || inside);
      }
    }
    return shown;
  }
}
