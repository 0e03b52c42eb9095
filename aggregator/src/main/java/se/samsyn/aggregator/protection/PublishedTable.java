package se.samsyn.aggregator.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.disclosure.audit.FeasibilityInterval;
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
 * An agency's table as anybody sees it, put before the disclosure engine's audit: the aggregator's
 * one translation to the engine. It knows nothing of how the table was made.
 */
public final class PublishedTable {
  private final Definition definition;
  private final Map<MeasureId, List<Cell>> cells;

  /**
   * @param cells per collected measure of the definition, in the order of its cell space
   */
  public PublishedTable(Definition definition, Map<MeasureId, List<Cell>> cells) {
    this.definition = definition;
    this.cells = Map.copyOf(cells);
  }

  /** The cells that are hidden in some measure. */
  public BitSet hidden() {
    BitSet hidden = new BitSet();
    for (List<Cell> column : cells.values()) {
      for (int i = 0; i < column.size(); i++) {
        if (column.get(i) instanceof Cell.Suppressed) {
          hidden.set(i);
        }
      }
    }
    return hidden;
  }

  /**
   * What the published cells leave possible for each cell of each measure, in whole numbers.
   *
   * @throws se.samsyn.disclosure.audit.InconsistentTable when no table has the published figures
   */
  public Map<MeasureId, List<FeasibilityInterval>> intervals() {
    List<Measure.Collected> measures = definition.collected();
    List<Layer> layers = measures.stream().map(m -> layer(definition, m)).toList();
    List<long[]> published = new ArrayList<>();
    for (Measure.Collected measure : measures) {
      published.add(cells.get(measure.id()).stream().mapToLong(PublishedTable::known).toArray());
    }
    List<List<FeasibilityInterval>> intervals =
        CubeAudit.intervals(cube(definition), layers, published, hidden());
    Map<MeasureId, List<FeasibilityInterval>> byMeasure = new HashMap<>();
    for (int i = 0; i < measures.size(); i++) {
      byMeasure.put(measures.get(i).id(), intervals.get(i));
    }
    return byMeasure;
  }

  /** A combination that does not exist holds nobody. */
  private static long known(Cell cell) {
    return cell instanceof Cell.Value v ? v.value() : 0;
  }

  /** A measure as the engine knows it. */
  public static Layer layer(Definition definition, Measure.Collected measure) {
    String id = measure.id().value();
    if (measure instanceof Measure.Count count) {
      boolean persons = definition.unit() == Unit.PERSONS;
      Optional<String> base = count.where().isEmpty() ? Optional.empty() : unfiltered(definition);
      return new Layer(id, persons ? Layer.Adding.BY_KIND : Layer.Adding.ALWAYS, base);
    }
    return Layer.additive(id);
  }

  /** The count that filtered counts are part of, if the definition has one. */
  public static Optional<String> unfiltered(Definition definition) {
    return definition.collected().stream()
        .filter(m -> m instanceof Measure.Count count && count.where().isEmpty())
        .map(m -> m.id().value())
        .findFirst();
  }

  /** The cells of a definition as the engine knows them, in the same order. */
  public static Cube cube(Definition definition) {
    return new Cube(definition.dimensions().stream().map(PublishedTable::dimension).toList());
  }

  private static se.samsyn.disclosure.table.Dimension dimension(Dimension dimension) {
    return new se.samsyn.disclosure.table.Dimension(
        dimension.id().value(),
        dimension.kind() == Dimension.Kind.SINGLE
            ? se.samsyn.disclosure.table.Dimension.Kind.SINGLE
            : se.samsyn.disclosure.table.Dimension.Kind.MULTIPLE,
        new Node(Code.TOTAL, dimension.codes().stream().map(PublishedTable::node).toList()));
  }

  private static Node node(Code code) {
    return new Node(code.code(), code.codes().stream().map(PublishedTable::node).toList());
  }
}
