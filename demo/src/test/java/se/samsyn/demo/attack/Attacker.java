package se.samsyn.demo.attack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.samsyn.schemas.definition.Code;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.definition.Unit;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * Somebody who has a whole protected table and knows what everybody may know: that cells are whole
 * and not negative, how parts and totals hang together, that a filtered count and the rest of its
 * base are counts too. The bounds come from a linear or an integer program of their own; no code of
 * the disclosure engine takes part.
 */
public final class Attacker {
  private final Definition definition;
  private final CellSpace space;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<String, Variable> unknown = new HashMap<>();
  private final Map<MeasureId, List<Cell>> cells;
  private final List<String> contradictions = new ArrayList<>();
  private int relations;

  /**
   * @param integer whether the unknown cells are known to be whole numbers
   */
  public Attacker(Definition definition, Map<MeasureId, List<Cell>> cells, boolean integer) {
    this.definition = definition;
    this.space = CellSpace.of(definition);
    this.cells = cells;
    for (Measure.Collected measure : definition.collected()) {
      for (int cell = 0; cell < space.size(); cell++) {
        if (cells.get(measure.id()).get(cell) instanceof Cell.Suppressed) {
          Variable variable = model.newVariable(key(measure.id(), cell)).lower(0);
          if (integer) {
            variable.integer(true);
          }
          unknown.put(key(measure.id(), cell), variable);
        }
      }
    }
    for (Measure.Collected measure : definition.collected()) {
      relateTotals(measure);
      if (measure instanceof Measure.Count count && !count.where().isEmpty()) {
        base().ifPresent(base -> relateFiltered(count.id(), base));
      }
    }
  }

  /** Published numbers that no table of counts can hold; empty for an honest table. */
  public List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  /**
   * The least and the greatest number that a suppressed cell may hold; the greatest is {@link
   * Long#MAX_VALUE} where nothing bounds it.
   */
  public Bounds bounds(MeasureId measure, int cell) {
    Variable variable = unknown.get(key(measure, cell));
    variable.weight(BigDecimal.ONE);
    try {
      Optimisation.Result least = model.minimise();
      Optimisation.Result greatest = model.maximise();
      if (!least.getState().isFeasible()) {
        throw new AssertionError("the published cells contradict each other: " + least.getState());
      }
      long upper =
          greatest.getState() == Optimisation.State.UNBOUNDED
              ? Long.MAX_VALUE
              : (long) Math.floor(greatest.getValue() + 1e-6);
      return new Bounds((long) Math.ceil(least.getValue() - 1e-6), upper);
    } finally {
      variable.weight((BigDecimal) null);
    }
  }

  /** Both ends included. */
  public record Bounds(long lower, long upper) {}

  private java.util.Optional<MeasureId> base() {
    return definition.collected().stream()
        .filter(m -> m instanceof Measure.Count c && c.where().isEmpty())
        .map(Measure::id)
        .findFirst();
  }

  private void relateTotals(Measure.Collected measure) {
    for (int d = 0; d < space.dimensions().size(); d++) {
      Dimension dimension = space.dimensions().get(d);
      boolean additive =
          measure instanceof Measure.Sum
              || definition.unit() != Unit.PERSONS
              || dimension.kind() == Dimension.Kind.SINGLE;
      for (int cell = 0; cell < space.size(); cell++) {
        List<Integer> parts = parts(cell, d, dimension);
        if (!parts.isEmpty()) {
          List<String> keys = parts.stream().map(p -> key(measure.id(), p)).toList();
          if (additive) {
            relate(key(measure.id(), cell), keys, Relation.EQUAL);
          } else {
            relate(key(measure.id(), cell), keys, Relation.AT_MOST);
            for (String part : keys) {
              relate(part, List.of(key(measure.id(), cell)), Relation.AT_MOST);
            }
          }
        }
      }
    }
  }

  private void relateFiltered(MeasureId filtered, MeasureId base) {
    for (int cell = 0; cell < space.size(); cell++) {
      relate(key(filtered, cell), List.of(key(base, cell)), Relation.AT_MOST);
    }
  }

  private enum Relation {
    EQUAL,
    AT_MOST
  }

  /** {@code whole} equals, or is at most, the sum of {@code parts}. */
  private void relate(String whole, List<String> parts, Relation relation) {
    Expression expression = model.newExpression("relation " + relations++);
    long known = 0;
    boolean open = false;
    for (String part : parts) {
      Variable variable = unknown.get(part);
      if (variable == null) {
        known += published(part);
      } else {
        expression.set(variable, 1);
        open = true;
      }
    }
    Variable total = unknown.get(whole);
    long needed = -known;
    if (total == null) {
      needed += published(whole);
    } else {
      expression.set(total, -1);
      open = true;
    }
    if (relation == Relation.EQUAL) {
      expression.level(needed);
    } else {
      expression.lower(needed);
    }
    if (!open) {
      model.removeExpression(expression.getName());
      if (relation == Relation.EQUAL ? needed != 0 : needed > 0) {
        contradictions.add(whole + " and its parts");
      }
    }
  }

  private long published(String key) {
    int at = key.lastIndexOf('#');
    Cell cell =
        cells.get(new MeasureId(key.substring(0, at))).get(Integer.parseInt(key.substring(at + 1)));
    return cell instanceof Cell.Value value ? value.value() : 0;
  }

  /** The cells that {@code cell} is the total of in dimension {@code d}; empty for a leaf. */
  private List<Integer> parts(int cell, int d, Dimension dimension) {
    String node = space.nodes(d).get(space.position(cell, d));
    List<Code> codes =
        node.equals(Code.TOTAL) ? dimension.codes() : dimension.find(node).orElseThrow().codes();
    return codes.stream()
        .map(
            c ->
                cell
                    + (space.nodes(d).indexOf(c.code()) - space.position(cell, d))
                        * space.stride(d))
        .toList();
  }

  private static String key(MeasureId measure, int cell) {
    return measure + "#" + cell;
  }
}
