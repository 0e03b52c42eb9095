package se.samsyn.demo.attack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final boolean integer;
  private final Map<MeasureId, List<Cell>> cells;
  private final Set<Relation> relations = new LinkedHashSet<>();
  private final List<String> contradictions = new ArrayList<>();

  /**
   * @param integer whether the unknown cells are known to be whole numbers
   */
  public Attacker(Definition definition, Map<MeasureId, List<Cell>> cells, boolean integer) {
    this.definition = definition;
    this.space = CellSpace.of(definition);
    this.cells = cells;
    this.integer = integer;
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
    Unknown target = new Unknown(measure, cell);
    ExpressionsBasedModel model = model(target, integer);
    Optimisation.Result least = model.minimise();
    if (!least.getState().isFeasible()) {
      throw new AssertionError("the published cells contradict each other: " + least.getState());
    }
    // Asked in real numbers: the integer solver calls the table at hand the greatest where nothing
    // bounds the cell. Where whole numbers fit at all they have no end either (Meyer 1974).
    boolean endless = model(target, false).maximise().getState() == Optimisation.State.UNBOUNDED;
    return new Bounds(
        (long) Math.ceil(least.getValue() - 1e-6),
        endless ? Long.MAX_VALUE : (long) Math.floor(model.maximise().getValue() + 1e-6));
  }

  private ExpressionsBasedModel model(Unknown target, boolean whole) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Unknown, Variable> variables = new HashMap<>();
    for (Relation relation : around(target)) {
      Expression expression = model.newExpression("relation " + model.countExpressions());
      relation
          .factors()
          .forEach(
              (unknown, factor) ->
                  expression.set(
                      variables.computeIfAbsent(unknown, u -> variable(model, u, whole)), factor));
      if (relation.exact()) {
        expression.level(relation.least());
      } else {
        expression.lower(relation.least());
      }
    }
    variables.computeIfAbsent(target, u -> variable(model, u, whole)).weight(BigDecimal.ONE);
    return model;
  }

  /** Both ends included. */
  public record Bounds(long lower, long upper) {}

  private record Unknown(MeasureId measure, int cell) {}

  /** The factors times the unknown cells are at least {@code least}, or exactly that. */
  private record Relation(Map<Unknown, Integer> factors, long least, boolean exact) {}

  private static Variable variable(ExpressionsBasedModel model, Unknown unknown, boolean whole) {
    return model.newVariable(unknown.measure() + "#" + unknown.cell()).lower(0).integer(whole);
  }

  /** The relations that reach {@code target}, directly or through other unknown cells. */
  private List<Relation> around(Unknown target) {
    Set<Unknown> reached = new LinkedHashSet<>(Set.of(target));
    List<Relation> found = new ArrayList<>();
    int before;
    do {
      before = found.size();
      for (Relation relation : relations) {
        if (!found.contains(relation)
            && relation.factors().keySet().stream().anyMatch(reached::contains)) {
          found.add(relation);
          reached.addAll(relation.factors().keySet());
        }
      }
    } while (found.size() > before);
    return found;
  }

  private Optional<MeasureId> base() {
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
        List<Unknown> parts =
            parts(cell, d, dimension).stream().map(p -> new Unknown(measure.id(), p)).toList();
        if (!parts.isEmpty()) {
          Unknown whole = new Unknown(measure.id(), cell);
          relate(whole, parts, additive);
          if (!additive) {
            parts.forEach(part -> relate(part, List.of(whole), false));
          }
        }
      }
    }
  }

  private void relateFiltered(MeasureId filtered, MeasureId base) {
    for (int cell = 0; cell < space.size(); cell++) {
      relate(new Unknown(filtered, cell), List.of(new Unknown(base, cell)), false);
    }
  }

  /** {@code parts} add up to {@code whole} exactly, or to at least as much. */
  private void relate(Unknown whole, List<Unknown> parts, boolean exact) {
    Map<Unknown, Integer> factors = new HashMap<>();
    long least = 0;
    for (Unknown part : parts) {
      Optional<Long> published = published(part);
      if (published.isEmpty()) {
        factors.put(part, 1);
      }
      least -= published.orElse(0L);
    }
    Optional<Long> total = published(whole);
    least += total.orElse(0L);
    if (total.isEmpty()) {
      factors.put(whole, -1);
    }
    if (!factors.isEmpty()) {
      relations.add(new Relation(Map.copyOf(factors), least, exact));
    } else if (exact ? least != 0 : least > 0) {
      contradictions.add(whole.measure() + " " + space.coordinates(whole.cell()));
    }
  }

  private Optional<Long> published(Unknown cell) {
    return cells.get(cell.measure()).get(cell.cell()) instanceof Cell.Value value
        ? Optional.of(value.value())
        : Optional.empty();
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
}
