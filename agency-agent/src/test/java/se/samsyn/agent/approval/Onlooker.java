package se.samsyn.agent.approval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.Dimension;
import se.samsyn.schemas.definition.Measure;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * Somebody who has every version of a table and asks what an integer program over all of them tells
 * of a cell, or of the change from one version to another. The unknowns are the common refinement:
 * the records that stand in just these versions and no others. Nothing of the agent's protection
 * takes part.
 */
final class Onlooker {
  private static final int ENDLESS = 1_000_000;

  private final Definition definition;
  private final CellSpace space;
  private final List<ProtectedTable> versions;

  /** What is asked: a measure, or what is left of the first measure beside it. */
  record Number(int measure, boolean rest) {}

  record Bounds(double least, double most) {
    double width() {
      return most - least;
    }
  }

  Onlooker(Definition definition, List<ProtectedTable> versions) {
    this.definition = definition;
    this.space = CellSpace.of(definition);
    this.versions = versions;
  }

  /** What a number of a version can be. */
  Bounds value(int version, int cell, Number number) {
    return bounds(cell, number, Map.of(version, 1));
  }

  /** By how much a number can have changed. */
  Bounds change(int from, int to, int cell, Number number) {
    return bounds(cell, number, Map.of(from, -1, to, 1));
  }

  private Bounds bounds(int cell, Number number, Map<Integer, Integer> factors) {
    double[] ends = new double[2];
    for (int end = 0; end < 2; end++) {
      ExpressionsBasedModel model = new ExpressionsBasedModel();
      Variable[][][] x = refinement(model);
      for (int set = 1; set < x.length; set++) {
        int factor = 0;
        for (Map.Entry<Integer, Integer> entry : factors.entrySet()) {
          factor += (set >> entry.getKey() & 1) * entry.getValue();
        }
        if (factor != 0) {
          x[set][number.rest() ? 0 : number.measure()][cell].weight(factor);
          if (number.rest()) {
            x[set][number.measure()][cell].weight(-factor);
          }
        }
      }
      Optimisation.Result result = end == 0 ? model.minimise() : model.maximise();
      if (!result.getState().isFeasible()) {
        throw new AssertionError("the versions contradict each other: " + result.getState());
      }
      ends[end] = result.getValue();
    }
    return new Bounds(ends[0], ends[1]);
  }

  /** By set of versions, measure and cell. */
  private Variable[][][] refinement(ExpressionsBasedModel model) {
    int measures = definition.collected().size();
    Variable[][][] x = new Variable[1 << versions.size()][measures][space.size()];
    for (int set = 1; set < x.length; set++) {
      for (int m = 0; m < measures; m++) {
        for (int cell = 0; cell < space.size(); cell++) {
          x[set][m][cell] =
              model.newVariable("x" + set + "m" + m + "c" + cell).lower(0).upper(ENDLESS);
          x[set][m][cell].integer(true);
        }
        addUp(model, x[set][m], m);
        if (m > 0 && isCount(0) && isCount(m)) {
          for (int cell = 0; cell < space.size(); cell++) {
            row(model, Map.of(x[set][0][cell], 1, x[set][m][cell], -1)).lower(0);
          }
        }
      }
    }
    for (int v = 0; v < versions.size(); v++) {
      for (int m = 0; m < measures; m++) {
        List<Cell> cells = versions.get(v).cells().get(definition.collected().get(m).id());
        for (int cell = 0; cell < space.size(); cell++) {
          if (cells.get(cell) instanceof Cell.Value value) {
            Map<Variable, Integer> terms = new HashMap<>();
            for (int set = 1; set < x.length; set++) {
              if ((set >> v & 1) == 1) {
                terms.put(x[set][m][cell], 1);
              }
            }
            row(model, terms).level(value.value());
          }
        }
      }
    }
    return x;
  }

  private void addUp(ExpressionsBasedModel model, Variable[] x, int measure) {
    for (int d = 0; d < space.dimensions().size(); d++) {
      boolean exact =
          !isCount(measure) || space.dimensions().get(d).kind() == Dimension.Kind.SINGLE;
      for (int cell = 0; cell < space.size(); cell++) {
        if (space.position(cell, d) == 0) {
          Map<Variable, Integer> terms = new HashMap<>(Map.of(x[cell], -1));
          List<Variable> parts = new ArrayList<>();
          for (int p = 1; p < space.nodes(d).size(); p++) {
            parts.add(x[cell + p * space.stride(d)]);
          }
          parts.forEach(part -> terms.put(part, 1));
          if (exact) {
            row(model, terms).level(0);
          } else {
            row(model, terms).lower(0);
            int whole = cell;
            parts.forEach(part -> row(model, Map.of(x[whole], 1, part, -1)).lower(0));
          }
        }
      }
    }
  }

  private boolean isCount(int measure) {
    return definition.collected().get(measure) instanceof Measure.Count;
  }

  private static Expression row(ExpressionsBasedModel model, Map<Variable, Integer> terms) {
    Expression row = model.newExpression("row" + model.countExpressions());
    terms.forEach(row::set);
    return row;
  }
}
