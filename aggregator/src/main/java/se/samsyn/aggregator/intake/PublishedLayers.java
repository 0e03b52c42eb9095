package se.samsyn.aggregator.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.audit.InconsistentTable;
import se.samsyn.disclosure.cube.CubeAudit;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.table.Cell;

/**
 * A delivered table in the disclosure engine's terms: a cube, one layer per collected measure, and
 * what is published of it. The only place of the aggregator that translates to the engine.
 */
final class PublishedLayers {
  private final Definition definition;
  private final Map<MeasureId, List<Cell>> cells;
  private final List<Layer> layers;

  PublishedLayers(Definition definition, Map<MeasureId, List<Cell>> cells) {
    this.definition = definition;
    this.cells = cells;
    this.layers = definition.collected().stream().map(this::layer).toList();
  }

  /** Whether the same cells are hidden in all measures, as the engine hides them. */
  boolean shareOnePattern() {
    return definition.collected().stream()
            .map(m -> cells.get(m.id()).stream().map(Object::getClass).toList())
            .distinct()
            .count()
        <= 1;
  }

  /** The count that a filtered count is part of; empty for all other measures. */
  Optional<MeasureId> base(Measure.Collected measure) {
    return measure instanceof Measure.Count count && !count.where().isEmpty()
        ? definition.collected().stream()
            .filter(m -> m instanceof Measure.Count c && c.where().isEmpty())
            .map(Measure::id)
            .findFirst()
        : Optional.empty();
  }

  /**
   * What the published cells leave possible of each cell, per measure in the order of the cells.
   *
   * @throws InconsistentTable if no table has the published figures
   */
  Map<MeasureId, List<FeasibilityInterval>> intervals() {
    BitSet hidden = new BitSet();
    List<long[]> published = new ArrayList<>();
    for (Measure.Collected measure : definition.collected()) {
      List<Cell> column = cells.get(measure.id());
      long[] values = new long[column.size()];
      for (int i = 0; i < values.length; i++) {
        if (column.get(i) instanceof Cell.Value v) {
          values[i] = v.value();
        } else if (column.get(i) instanceof Cell.Suppressed) {
          hidden.set(i);
        }
        // A combination that does not exist at the agency holds nobody: a known zero.
      }
      published.add(values);
    }
    Cube cube = new Cube(definition.dimensions().stream().map(PublishedLayers::dimension).toList());
    List<List<FeasibilityInterval>> found = CubeAudit.intervals(cube, layers, published, hidden);
    Map<MeasureId, List<FeasibilityInterval>> intervals = new TreeMap<>();
    for (int i = 0; i < found.size(); i++) {
      intervals.put(definition.collected().get(i).id(), found.get(i));
    }
    return intervals;
  }

  private Layer layer(Measure.Collected measure) {
    boolean persons = measure instanceof Measure.Count && definition.unit() == Unit.PERSONS;
    return new Layer(
        measure.id().value(),
        persons ? Layer.Adding.BY_KIND : Layer.Adding.ALWAYS,
        base(measure).map(MeasureId::value));
  }

  private static se.samsyn.disclosure.table.Dimension dimension(Dimension dimension) {
    return new se.samsyn.disclosure.table.Dimension(
        dimension.id().value(),
        dimension.kind() == Dimension.Kind.SINGLE
            ? se.samsyn.disclosure.table.Dimension.Kind.SINGLE
            : se.samsyn.disclosure.table.Dimension.Kind.MULTIPLE,
        new Node(Code.TOTAL, dimension.codes().stream().map(PublishedLayers::node).toList()));
  }

  private static Node node(Code code) {
    return new Node(code.code(), code.codes().stream().map(PublishedLayers::node).toList());
  }
}
