package se.samsyn.agent.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.table.CellSpace;

/**
 * The part of a definition's table that exists at this agency. Cells outside it are not applicable:
 * neither counted nor protected.
 *
 * @param whole the definition's cells
 * @param part the cells of the dimensions without the codes that are not covered; a class whose
 *     parts are all gone is gone too
 */
public record Coverage(CellSpace whole, CellSpace part) {
  /**
   * @param covers per dimension the leaves that exist here; a dimension that is not named exists in
   *     full
   * @throws IllegalArgumentException if it names a code that the dimension does not have, or leaves
   *     nothing
   */
  public static Coverage of(Definition definition, Map<DimensionId, Set<String>> covers) {
    List<Dimension> covered = new ArrayList<>();
    for (Dimension dimension : definition.dimensions()) {
      Set<String> codes = covers.get(dimension.id());
      covered.add(codes == null ? dimension : reduced(dimension, codes));
    }
    return new Coverage(CellSpace.of(definition), CellSpace.of(definition.withDimensions(covered)));
  }

  private static Dimension reduced(Dimension dimension, Set<String> covered) {
    Set<String> unknown =
        covered.stream()
            .filter(c -> dimension.find(c).filter(Code::isLeaf).isEmpty())
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "covers: dimension %s has no finest code %s"
              .formatted(dimension.id(), String.join(", ", unknown.stream().sorted().toList())));
    }
    return new Dimension(
        dimension.id(),
        dimension.title(),
        dimension.kind(),
        dimension.by(),
        reduced(dimension.codes(), covered));
  }

  private static List<Code> reduced(List<Code> codes, Set<String> covered) {
    List<Code> kept = new ArrayList<>();
    for (Code code : codes) {
      if (code.isLeaf()) {
        if (covered.contains(code.code())) {
          kept.add(code);
        }
      } else {
        List<Code> parts = reduced(code.codes(), covered);
        if (!parts.isEmpty()) {
          kept.add(new Code(code.code(), code.label(), code.band(), parts));
        }
      }
    }
    return kept;
  }

  /** For each cell of the whole the cell of the part, or -1 where it does not exist here. */
  public int[] positions() {
    int[] positions = new int[whole.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = part.index(whole.coordinates(i)).orElse(-1);
    }
    return positions;
  }
}
