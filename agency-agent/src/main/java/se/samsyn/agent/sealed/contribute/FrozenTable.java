package se.samsyn.agent.sealed.contribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.samsyn.agent.sealed.NodeValues;
import se.samsyn.agent.tabulate.RawMeasure;
import se.samsyn.agent.tabulate.RawTable;
import se.samsyn.disclosure.rule.Dominance;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.DimensionId;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.sealed.NodeOrder;
import se.samsyn.schemas.sealed.SealedManifest;
import se.samsyn.schemas.sealed.Tree;
import se.samsyn.schemas.sealed.Wire;
import se.samsyn.schemas.sealed.WireReader;
import se.samsyn.schemas.table.CellSpace;

/**
 * An agency's own table by the order of nodes, as it was when it was first contributed: another
 * attempt contributes the same numbers, whatever the records say by then.
 */
@SuppressWarnings("ArrayRecordComponent")
record FrozenTable(long[] counts, long[][] amounts, boolean[][] dominance) implements NodeValues {
  /**
   * @param terms which dimensions are units and attributes
   */
  static FrozenTable of(SealedManifest manifest, SealedTerms terms, RawTable table) {
    NodeOrder order = new NodeOrder(manifest);
    int[] cells = cells(order, manifest, terms, table);
    Definition definition = table.definition();
    long[] counts = new long[order.size()];
    List<long[]> amounts = new ArrayList<>();
    List<boolean[]> dominance = new ArrayList<>();
    for (RawMeasure measure : table.measures()) {
      if (measure.measure() instanceof Measure.Sum) {
        amounts.add(values(measure.values(), cells));
        dominance.add(dominated(definition, measure, cells));
      } else {
        counts = values(measure.values(), cells);
      }
    }
    return new FrozenTable(
        counts, amounts.toArray(long[][]::new), dominance.toArray(boolean[][]::new));
  }

  /** For each node the cell of the raw table, or -1 where nobody can be here. */
  private static int[] cells(
      NodeOrder order, SealedManifest manifest, SealedTerms terms, RawTable table) {
    CellSpace part = table.coverage().part();
    List<DimensionId> dimensions = part.dimensions().stream().map(Dimension::id).toList();
    int[] cells = new int[order.size()];
    for (NodeOrder.UnitNodes unit : order.units()) {
      List<String> codes = new ArrayList<>();
      dimensions.forEach(d -> codes.add(Code.TOTAL));
      Optional<DimensionId> units = terms.units();
      if (units.isPresent()) {
        codes.set(dimensions.indexOf(units.get()), unit.unit().code());
      }
      cells[unit.total()] = cell(part, codes);
      for (int a = 0; a < manifest.attributes().size(); a++) {
        if (unit.firstClass()[a] < 0) {
          continue;
        }
        int place = dimensions.indexOf(manifest.attributes().get(a).dimensions().get(0));
        for (Tree clazz : manifest.attributes().get(a).classes().preorder()) {
          List<String> classed = new ArrayList<>(codes);
          classed.set(place, clazz.code());
          cells[order.node(unit.unit().code(), a, clazz.code())] = cell(part, classed);
        }
      }
    }
    return cells;
  }

  private static int cell(CellSpace part, List<String> codes) {
    OptionalInt cell = part.index(codes);
    return cell.orElse(-1);
  }

  private static long[] values(long[] values, int[] cells) {
    return Arrays.stream(cells).mapToLong(cell -> cell < 0 ? 0 : values[cell]).toArray();
  }

  private static boolean[] dominated(Definition definition, RawMeasure measure, int[] cells) {
    boolean[] dominated = new boolean[cells.length];
    if (definition.protection().dominance().isEmpty()) {
      return dominated;
    }
    var policy = definition.protection().dominance().get();
    Dominance rule = new Dominance(policy.contributors(), policy.percent());
    long[] largest = measure.largest().orElseThrow();
    for (int node = 0; node < cells.length; node++) {
      int cell = cells[node];
      dominated[node] = cell >= 0 && rule.isUnsafe(measure.values()[cell], largest[cell]);
    }
    return dominated;
  }

  @Override
  public long count(int node) {
    return counts[node];
  }

  @Override
  public long amount(int magnitude, int node) {
    return amounts[magnitude][node];
  }

  @Override
  public boolean dominated(int magnitude, int node) {
    return dominance[magnitude][node];
  }

  /** For this agency's own disk, where it is encrypted. */
  byte[] bytes() {
    Wire wire = new Wire().number(counts.length).number(amounts.length);
    for (int node = 0; node < counts.length; node++) {
      wire.number(counts[node]);
      for (int magnitude = 0; magnitude < amounts.length; magnitude++) {
        wire.number(amounts[magnitude][node]);
        wire.number(dominance[magnitude][node] ? 1 : 0);
      }
    }
    return wire.bytes();
  }

  /**
   * @throws InvalidMessage when it is not what {@link #bytes} made
   */
  static FrozenTable read(byte[] bytes) throws InvalidMessage {
    WireReader in = new WireReader(bytes);
    int nodes = in.number(Definition.MAX_CELLS);
    int magnitudes = in.number(Definition.MAX_CELLS);
    FrozenTable table =
        new FrozenTable(
            new long[nodes], new long[magnitudes][nodes], new boolean[magnitudes][nodes]);
    for (int node = 0; node < nodes; node++) {
      table.counts[node] = in.number();
      for (int magnitude = 0; magnitude < magnitudes; magnitude++) {
        table.amounts[magnitude][node] = in.number();
        table.dominance[magnitude][node] = in.number(1) == 1;
      }
    }
    in.end();
    return table;
  }

  /** Never the numbers. */
  @Override
  public String toString() {
    return "FrozenTable";
  }
}
