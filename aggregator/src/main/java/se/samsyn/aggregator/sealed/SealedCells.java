package se.samsyn.aggregator.sealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.message.CollectionManifest;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedAttribute;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.sealed.Opened;

/**
 * The opened totals as cells of the definition's own table. A cell that is no opened node is not
 * shown by itself but as a part of a larger group, and so not applicable; there are no dots, unless
 * not even the whole could be opened.
 */
final class SealedCells {
  private final CellSpace space;
  private final Map<String, Integer> dimensions;
  private final SealedManifest manifest;
  private final NodeOrder order;
  private final Opened opened;

  private SealedCells(Definition definition, SealedManifest manifest, Opened opened) {
    this.space = CellSpace.of(definition);
    List<DimensionId> ids = definition.dimensions().stream().map(Dimension::id).toList();
    this.dimensions =
        IntStream.range(0, ids.size())
            .boxed()
            .collect(Collectors.toMap(i -> ids.get(i).value(), i -> i));
    this.manifest = manifest;
    this.order = new NodeOrder(manifest);
    this.opened = opened;
  }

  /**
   * The cells of each collected measure.
   *
   * @param manifest what {@code collection} says of its one definition
   */
  static Map<MeasureId, List<Cell>> of(
      CollectionManifest collection, SealedManifest manifest, Opened opened) {
    Definition definition = collection.definitions().get(0);
    SealedCells cells = new SealedCells(definition, manifest, opened);
    Optional<String> units = collection.sealed().orElseThrow().units().map(DimensionId::value);
    Map<MeasureId, List<Cell>> all = new HashMap<>();
    for (Measure.Collected measure : definition.collected()) {
      all.put(measure.id(), cells.of(family(manifest, measure), units));
    }
    return all;
  }

  /** 0 for the count, 1 and on for the sums. */
  private static int family(SealedManifest manifest, Measure.Collected measure) {
    return 1 + manifest.magnitudes().stream().map(m -> m.id()).toList().indexOf(measure.id());
  }

  private List<Cell> of(int family, Optional<String> units) {
    boolean whole = opened.open(0).get(order.total(manifest.units().code()));
    List<Cell> cells =
        new ArrayList<>(
            Collections.nCopies(space.size(), whole ? Cell.NOT_APPLICABLE : Cell.SUPPRESSED));
    for (NodeOrder.UnitNodes unit : order.units()) {
      String[] codes = new String[space.dimensions().size()];
      Arrays.fill(codes, Code.TOTAL);
      units.ifPresent(dimension -> codes[dimensions.get(dimension)] = unit.unit().code());
      put(cells, codes, family, unit.total());
      for (int a = 0; a < manifest.attributes().size(); a++) {
        if (unit.firstClass()[a] < 0) {
          continue;
        }
        SealedAttribute attribute = manifest.attributes().get(a);
        int dimension = dimensions.get(attribute.dimensions().get(0).value());
        for (Tree clazz : attribute.classes().preorder()) {
          String[] ofClass = codes.clone();
          ofClass[dimension] = clazz.code();
          put(cells, ofClass, family, order.node(unit.unit().code(), a, clazz.code()));
        }
      }
    }
    return cells;
  }

  private void put(List<Cell> cells, String[] codes, int family, int node) {
    if (opened.open(family).get(node)) {
      set(cells, codes, opened.total(family, node));
    } else if (opened.open(0).get(node) && opened.total(0, node) == 0) {
      // Where there is nobody, there is nothing to add up.
      set(cells, codes, 0);
    }
  }

  private void set(List<Cell> cells, String[] codes, long value) {
    cells.set(space.index(List.of(codes)).orElseThrow(), new Cell.Value(value));
  }
}
