package se.samsyn.agent.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samsyn.agent.tabulate.RawMeasure;
import se.samsyn.agent.tabulate.RawTable;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.HiddenBecause;
import se.samsyn.disclosure.cube.KeptBack;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.disclosure.rule.MinimumFrequency;
import se.samsyn.disclosure.table.Cube;
import se.samsyn.disclosure.table.Node;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.table.Cell;

/** Translates a raw table to the disclosure engine, and its pattern back. */
public final class TableProtection {
  private final RawTable table;
  private final ProtectionPolicy policy;
  private final List<Earlier> earlier;

  private TableProtection(RawTable table, ProtectionPolicy policy, List<Earlier> earlier) {
    this.table = table;
    this.policy = policy;
    this.earlier = earlier;
  }

  /**
   * Hides what must be hidden; the pattern is the same in all measures, and has been proven.
   *
   * @param policy the definition's, or a stricter one
   * @param earlier what was sent before for this definition and period
   * @throws Unprotectable when the engine finds no pattern that it can prove
   */
  public static ProtectedCells protect(
      RawTable table, ProtectionPolicy policy, List<Earlier> earlier) throws Unprotectable {
    try {
      return new TableProtection(table, policy, earlier).run();
    } catch (ProtectionImpossible | IllegalArgumentException | ArithmeticException e) {
      throw new Unprotectable(table.definition().ref());
    }
  }

  private ProtectedCells run() {
    Cube cube =
        new Cube(
            table.coverage().part().dimensions().stream().map(TableProtection::dimension).toList());
    List<LayerData> layers = new ArrayList<>();
    for (RawMeasure measure : table.measures()) {
      Layer layer = layer(measure.measure());
      layers.add(
          measure.values() == measure.persons()
              ? LayerData.counts(layer, measure.values())
              : new LayerData(layer, measure.values(), measure.persons(), measure.largest()));
    }
    int[] positions = table.coverage().positions();
    CubePattern pattern =
        CubeProtection.protect(
            cube, layers, enginePolicy(), Options.standard(), keptBack(positions));
    List<List<Cell>> cells = new ArrayList<>();
    for (RawMeasure measure : table.measures()) {
      List<Cell> column = new ArrayList<>(positions.length);
      for (int position : positions) {
        if (position < 0) {
          column.add(Cell.NOT_APPLICABLE);
        } else if (pattern.isHidden(position)) {
          column.add(Cell.SUPPRESSED);
        } else {
          column.add(new Cell.Value(measure.values()[position]));
        }
      }
      cells.add(column);
    }
    Map<Integer, HiddenReason> reasons = new HashMap<>();
    Map<Integer, long[]> hidden = new HashMap<>();
    CellNumbers numbers = new CellNumbers(table.definition());
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0 && pattern.isHidden(positions[i])) {
        reasons.put(i, reason(pattern.reason(positions[i]).orElseThrow()));
        hidden.put(i, numbers.of(values(positions[i])));
      }
    }
    return new ProtectedCells(cells, reasons, new HiddenNumbers(hidden));
  }

  private List<KeptBack> keptBack(int[] positions) {
    List<KeptBack> kept = new ArrayList<>();
    for (Earlier sent : earlier) {
      Correction correction = new Correction(table.definition(), sent, policy.minimumFrequency());
      for (int i = 0; i < positions.length; i++) {
        if (positions[i] >= 0) {
          correction.keepsBack(i, positions[i], values(positions[i])).ifPresent(kept::add);
        }
      }
    }
    return kept;
  }

  private long[] values(int position) {
    return table.measures().stream().mapToLong(m -> m.values()[position]).toArray();
  }

  private Layer layer(Measure.Collected measure) {
    String id = measure.id().value();
    boolean persons = table.definition().unit() == Unit.PERSONS;
    if (measure instanceof Measure.Count count) {
      Optional<String> base = count.where().isEmpty() ? Optional.empty() : unfilteredCount();
      return new Layer(id, persons ? Layer.Adding.BY_KIND : Layer.Adding.ALWAYS, base);
    }
    return Layer.additive(id);
  }

  /** The count that filtered counts are part of, if the definition sends one. */
  private Optional<String> unfilteredCount() {
    Definition definition = table.definition();
    return definition.collected().stream()
        .filter(m -> m instanceof Measure.Count count && count.where().isEmpty())
        .map(m -> m.id().value())
        .findFirst();
  }

  private Policy enginePolicy() {
    return new Policy(
        new MinimumFrequency(policy.minimumFrequency()),
        policy.dominance().map(d -> new Dominance(d.contributors(), d.percent())),
        policy.zeros() == Zeros.HIDDEN,
        policy.groupDisclosure());
  }

  private static se.samsyn.disclosure.table.Dimension dimension(Dimension dimension) {
    return new se.samsyn.disclosure.table.Dimension(
        dimension.id().value(),
        dimension.kind() == Dimension.Kind.SINGLE
            ? se.samsyn.disclosure.table.Dimension.Kind.SINGLE
            : se.samsyn.disclosure.table.Dimension.Kind.MULTIPLE,
        new Node(Code.TOTAL, dimension.codes().stream().map(TableProtection::node).toList()));
  }

  private static Node node(Code code) {
    return new Node(code.code(), code.codes().stream().map(TableProtection::node).toList());
  }

  private static HiddenReason reason(HiddenBecause because) {
    return switch (because) {
      case MINIMUM_FREQUENCY -> HiddenReason.MINIMUM_FREQUENCY;
      case DOMINANCE -> HiddenReason.DOMINANCE;
      case ZERO -> HiddenReason.ZERO;
      case GROUP_DISCLOSURE -> HiddenReason.GROUP_DISCLOSURE;
      case SHOWN_BEFORE -> HiddenReason.SENT_BEFORE;
      case SECONDARY -> HiddenReason.SECONDARY;
    };
  }
}
