package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;

/**
 * From random record files to what would be sent, and then an attacker who has that alone: linear
 * and integer programs over all published cells. The true counts are computed here from the
 * records, in another way than the agent's.
 */
class RecordsAttackTest {
  private static final int K = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingThatIsSentRevealsASmallCell(long seed) throws Exception {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> rows = rows(random);
    Preview preview = agency(rows).preview("2026");
    CellSpace space = CellSpace.of(preview.definition());
    Map<List<String>, Integer> all = count(rows, false);
    Map<List<String>, Integer> helped = count(rows, true);
    List<Cell> sentAll = preview.table().cells().get(new MeasureId("children"));
    List<Cell> sentHelped = preview.table().cells().get(new MeasureId("helped"));
    for (int i = 0; i < space.size(); i++) {
      int n = all.getOrDefault(space.coordinates(i), 0);
      int h = helped.getOrDefault(space.coordinates(i), 0);
      if (sentAll.get(i) instanceof Cell.Value value) {
        assertThat(value.value()).as("published %s", space.coordinates(i)).isEqualTo(n);
        assertThat(((Cell.Value) sentHelped.get(i)).value()).isEqualTo(h);
        assertThat(isSmall(n) || isSmall(h) || isSmall(n - h))
            .as("%s", space.coordinates(i))
            .isFalse();
      } else {
        for (boolean whole : new boolean[] {false, true}) {
          attack(space, sentAll, sentHelped, i, n, h, whole);
        }
      }
    }
  }

  private static void attack(
      CellSpace space, List<Cell> all, List<Cell> helped, int cell, int n, int h, boolean whole) {
    double[] a = bounds(space, all, helped, cell, true, whole);
    double[] b = bounds(space, all, helped, cell, false, whole);
    for (double[] bounds : List.of(a, b)) {
      int truth = bounds == a ? n : h;
      assertThat(bounds[0]).isLessThanOrEqualTo(truth + 1e-6);
      assertThat(bounds[1]).isGreaterThanOrEqualTo(truth - 1e-6);
      if (isSmall(truth)) {
        assertThat(bounds[1])
            .as("upper bound of %s", space.coordinates(cell))
            .isGreaterThanOrEqualTo(K - 1e-6);
        assertThat(bounds[1] - bounds[0])
            .as("width of %s", space.coordinates(cell))
            .isGreaterThanOrEqualTo(2 - 1e-6);
      }
    }
    assertThat(a[1] - a[0])
        .as("pinned %s", space.coordinates(cell))
        .isGreaterThanOrEqualTo(1 - 1e-6);
  }

  /** The least and the most that the cell can be, given all that is published. */
  private static double[] bounds(
      CellSpace space, List<Cell> all, List<Cell> helped, int cell, boolean ofAll, boolean whole) {
    double[] bounds = new double[2];
    for (int side = 0; side < 2; side++) {
      ExpressionsBasedModel model = new ExpressionsBasedModel();
      Variable[] x = variables(model, all, whole, "a");
      Variable[] y = variables(model, helped, whole, "h");
      relations(model, space, x);
      relations(model, space, y);
      for (int i = 0; i < x.length; i++) {
        model.newExpression("part" + i).set(x[i], 1).set(y[i], -1).lower(0);
      }
      (ofAll ? x : y)[cell].weight(1);
      Optimisation.Result result = side == 0 ? model.minimise() : model.maximise();
      assertThat(
              result.getState().isFeasible() || result.getState() == Optimisation.State.UNBOUNDED)
          .isTrue();
      bounds[side] =
          result.getState() == Optimisation.State.UNBOUNDED
              ? Double.POSITIVE_INFINITY
              : result.getValue();
    }
    return bounds;
  }

  private static Variable[] variables(
      ExpressionsBasedModel model, List<Cell> cells, boolean whole, String name) {
    Variable[] variables = new Variable[cells.size()];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = model.newVariable(name + i).lower(0).upper(1000).integer(whole);
      if (cells.get(i) instanceof Cell.Value value) {
        variables[i].level(value.value());
      }
    }
    return variables;
  }

  /** place and sex are single: parts add up; kind is multiple: bounds only. */
  private static void relations(ExpressionsBasedModel model, CellSpace space, Variable[] x) {
    int r = 0;
    for (int d = 0; d < space.dimensions().size(); d++) {
      boolean multiple = space.dimensions().get(d).id().value().equals("kind");
      for (int i = 0; i < x.length; i++) {
        if (space.position(i, d) != 0) {
          continue;
        }
        Expression sum = model.newExpression("sum" + d + "x" + i + "x" + x[0].getName());
        sum.set(x[i], -1);
        for (int p = 1; p < space.nodes(d).size(); p++) {
          Variable part = x[i + p * space.stride(d)];
          sum.set(part, 1);
          if (multiple) {
            model.newExpression("max" + r++ + x[0].getName()).set(x[i], 1).set(part, -1).lower(0);
          }
        }
        if (multiple) {
          sum.lower(0);
        } else {
          sum.level(0);
        }
      }
    }
  }

  private static boolean isSmall(int n) {
    return n > 0 && n < K;
  }

  private static List<String[]> rows(SplittableRandom random) {
    List<String[]> rows = new ArrayList<>();
    int persons = random.nextInt(60, 160);
    for (int p = 0; p < persons; p++) {
      String place = "p" + (random.nextInt(5) == 0 ? 2 : random.nextInt(2));
      String sex = random.nextInt(3) == 0 ? "2" : "1";
      int n = 1 + random.nextInt(3);
      for (int i = 0; i < n; i++) {
        String kind = "k" + (random.nextInt(6) == 0 ? 2 : random.nextInt(2));
        rows.add(
            new String[] {"x" + p, place, sex, kind, random.nextInt(3) == 0 ? "true" : "false"});
      }
    }
    return rows;
  }

  private static Map<List<String>, Integer> count(List<String[]> rows, boolean helpedOnly) {
    Map<List<String>, Set<String>> persons = new HashMap<>();
    for (String[] row : rows) {
      if (helpedOnly && !row[4].equals("true")) {
        continue;
      }
      for (int mask = 0; mask < 8; mask++) {
        List<String> cell = new ArrayList<>();
        for (int d = 0; d < 3; d++) {
          cell.add((mask >> d & 1) == 1 ? "_T" : row[1 + d]);
        }
        persons.computeIfAbsent(cell, c -> new HashSet<>()).add(row[0]);
      }
    }
    Map<List<String>, Integer> counts = new HashMap<>();
    persons.forEach((cell, set) -> counts.put(cell, set.size()));
    return counts;
  }

  private SmallAgency agency(List<String[]> rows) throws Exception {
    StringBuilder csv = new StringBuilder("who,place,sex,kind,helped\n");
    rows.forEach(r -> csv.append(String.join(",", r)).append('\n'));
    return new SmallAgency(folder)
        .data(csv.toString())
        .mapping("columns: {person_id: who, place: place, sex: sex, kind: kind, helped: helped}")
        .table(
            """
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
              - {name: place, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: sex, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: kind, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: helped, type: boolean, required: true, personal: true, description: {sv: p, en: p}}
            """)
        .definition(
            """
            unit: persons
            period: {grain: year}
            dimensions:
              - {id: place, title: {sv: p, en: p}, kind: single, by: {column: place}, codes: [{code: p0, label: {sv: a, en: a}}, {code: p1, label: {sv: a, en: a}}, {code: p2, label: {sv: a, en: a}}]}
              - {id: sex, title: {sv: p, en: p}, kind: single, by: {column: sex}, codes: [{code: "1", label: {sv: a, en: a}}, {code: "2", label: {sv: a, en: a}}]}
              - {id: kind, title: {sv: p, en: p}, kind: multiple, by: {column: kind}, codes: [{code: k0, label: {sv: a, en: a}}, {code: k1, label: {sv: a, en: a}}, {code: k2, label: {sv: a, en: a}}]}
            measures:
              - {kind: count, id: children, title: {sv: c, en: c}}
              - {kind: count, id: helped, title: {sv: c, en: c}, where: [{is: in, column: helped, codes: ["true"]}]}
            protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
            """);
  }
}
