package se.samsyn.agent.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.agent.tabulate.RawMeasure;
import se.samsyn.agent.tabulate.RawTable;
import se.samsyn.comparison.CountedTable;
import se.samsyn.disclosure.cube.CubePattern;
import se.samsyn.disclosure.cube.CubeProtection;
import se.samsyn.disclosure.cube.HiddenBecause;
import se.samsyn.disclosure.cube.KeptBack;
import se.samsyn.disclosure.cube.Layer;
import se.samsyn.disclosure.cube.LayerData;
import se.samsyn.disclosure.cube.Policy;
import se.samsyn.disclosure.cube.Room;
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
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.ProtectionPolicy;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.definition.Zeros;
import se.samsyn.schemas.table.Cell;

/** Translates a raw table to the disclosure engine, and its pattern back. */
public final class TableProtection {
  private final RawTable table;
  private final ProtectionPolicy policy;
  private final List<Earlier> earlier;
  private final BesideSent beside;

  private TableProtection(
      RawTable table, ProtectionPolicy policy, List<Earlier> earlier, BesideSent beside) {
    this.table = table;
    this.policy = policy;
    this.earlier = earlier;
    this.beside = beside;
  }

  /**
   * Hides what must be hidden; the pattern is the same in all measures, and has been proven.
   *
   * @param policy the definition's, or a stricter one
   * @param before what was sent over some of the same records
   * @throws Unprotectable when the engine finds no pattern that it can prove
   */
  public static ProtectedCells protect(RawTable table, ProtectionPolicy policy, SentBefore before)
      throws Unprotectable {
    try {
      CountedTable counted = new CountedTable(table.definition(), table.period());
      BesideSent beside = new BesideSent(counted, before.all(), policy.minimumFrequency());
      return new TableProtection(table, policy, before.versions(), beside).run();
    } catch (ProtectionImpossible | IllegalArgumentException | ArithmeticException e) {
      throw new Unprotectable(table.definition().ref(), Unprotectable.Why.NO_SAFE_FORM);
    }
  }

  private ProtectedCells run() throws Unprotectable {
    int[] positions = table.coverage().positions();
    CubePattern pattern = pattern(positions);
    Map<Integer, HiddenReason> reasons = new HashMap<>();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] >= 0 && pattern.isHidden(positions[i])) {
        reasons.put(i, reason(pattern.reason(positions[i]).orElseThrow()));
      }
    }
    // What is hidden beyond a pattern that was proven only takes from what is known.
    beside
        .hides(columns(reasons.keySet()))
        .forEach(cell -> reasons.put(cell, HiddenReason.SENT_BEFORE));
    Map<MeasureId, List<Cell>> columns = columns(reasons.keySet());
    Map<Integer, long[]> hidden = new HashMap<>();
    CellNumbers numbers = new CellNumbers(table.definition());
    reasons.keySet().forEach(i -> hidden.put(i, numbers.of(values(positions[i]))));
    return new ProtectedCells(
        table.measures().stream().map(m -> columns.get(m.measure().id())).toList(),
        reasons,
        new HiddenNumbers(hidden));
  }

  /** What can be read in other tables is not hidden, unless it cannot be protected so. */
  private CubePattern pattern(int[] positions) {
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
    List<KeptBack> kept = keptBack(positions);
    BitSet known = new BitSet();
    beside.known(columns(Set.of())).forEach(cell -> known.set(positions[cell]));
    if (!known.isEmpty()) {
      try {
        return CubeProtection.protect(
            cube, layers, enginePolicy(), Options.standard(), kept, known);
      } catch (ProtectionImpossible e) {
        known.clear();
      }
    }
    return CubeProtection.protect(cube, layers, enginePolicy(), Options.standard(), kept, known);
  }

  /** The table without some cells. */
  private Map<MeasureId, List<Cell>> columns(Set<Integer> hidden) {
    int[] positions = table.coverage().positions();
    Map<MeasureId, List<Cell>> columns = new HashMap<>();
    for (RawMeasure measure : table.measures()) {
      List<Cell> column = new ArrayList<>(positions.length);
      for (int i = 0; i < positions.length; i++) {
        if (positions[i] < 0) {
          column.add(Cell.NOT_APPLICABLE);
        } else if (hidden.contains(i)) {
          column.add(Cell.SUPPRESSED);
        } else {
          column.add(new Cell.Value(measure.values()[positions[i]]));
        }
      }
      columns.put(measure.measure().id(), column);
    }
    return columns;
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
    for (int cell : beside.hiddenThen()) {
      if (positions[cell] >= 0) {
        List<Room> rooms = Collections.nCopies(table.measures().size(), Room.NOT_EXACT);
        kept.add(new KeptBack(positions[cell], rooms, Map.of()));
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
