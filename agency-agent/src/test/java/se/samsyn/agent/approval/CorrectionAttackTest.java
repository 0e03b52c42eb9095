package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import se.samsyn.agent.protect.Earlier;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;
import se.samsyn.schemas.table.CellSpace;
import se.samsyn.schemas.table.ProtectedTable;

/**
 * An onlooker who has a table and its correction asks how many came or went in each cell, with an
 * integer program over both tables. The true changes are counted here from the records.
 */
class CorrectionAttackTest {
  private static final int K = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aCorrectionDoesNotTellWhichFewCameOrWent(long seed) throws Exception {
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> before = rows(random, 150);
    List<String[]> after = new ArrayList<>(before.subList(random.nextInt(3), before.size()));
    after.addAll(rows(random, 1 + random.nextInt(4)));
    SmallAgency first = agency(before);
    Earlier earlier = first.sent(first.preview("2026"));
    ProtectedTable sent = earlier.table();
    Preview unaware = agency(after).preview("2026");
    Preview aware = agency(after).preview("2026", List.of(earlier));
    System.out.printf("hidden %d, cost %d%n", aware.reasons().size(), aware.cost().cells());
    CellSpace space = CellSpace.of(aware.definition());
    Map<List<String>, Integer> changes = count(after);
    count(before).forEach((cell, n) -> changes.merge(cell, -n, Integer::sum));
    assertThat(revealed(space, changes, sent, unaware.table())).isNotEmpty();
    assertThat(revealed(space, changes, sent, aware.table())).isEmpty();
    assertThat(aware.cost().tables()).hasSize(1);
    assertThat(aware.cost().cells()).isPositive();
  }

  /** Cells whose change of 1..k-1 persons is known to be below k, or narrower than 2. */
  private static List<List<String>> revealed(
      CellSpace space,
      Map<List<String>, Integer> changes,
      ProtectedTable sent,
      ProtectedTable next) {
    List<List<String>> revealed = new ArrayList<>();
    for (int i = 0; i < space.size(); i++) {
      int change = changes.getOrDefault(space.coordinates(i), 0);
      if (change != 0 && Math.abs(change) < K) {
        double least = bound(space, next, i, false) - bound(space, sent, i, true);
        double most = bound(space, next, i, true) - bound(space, sent, i, false);
        assertThat((double) change).isBetween(least - 1e-6, most + 1e-6);
        boolean open = change > 0 ? most >= K - 1e-6 : least <= -K + 1e-6;
        if (!open || most - least < 2 - 1e-6) {
          revealed.add(space.coordinates(i));
        }
      }
    }
    return revealed;
  }

  private static double bound(CellSpace space, ProtectedTable table, int cell, boolean most) {
    List<Cell> cells = table.cells().get(new MeasureId("children"));
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] x = new Variable[cells.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = model.newVariable("x" + i).lower(0).upper(1000).integer(true);
      if (cells.get(i) instanceof Cell.Value value) {
        x[i].level(value.value());
      }
    }
    for (int d = 0; d < space.dimensions().size(); d++) {
      for (int i = 0; i < x.length; i++) {
        if (space.position(i, d) == 0) {
          Expression sum = model.newExpression("sum" + d + "x" + i).set(x[i], -1).level(0);
          for (int p = 1; p < space.nodes(d).size(); p++) {
            sum.set(x[i + p * space.stride(d)], 1);
          }
        }
      }
    }
    x[cell].weight(1);
    Optimisation.Result result = most ? model.maximise() : model.minimise();
    assertThat(result.getState().isFeasible()).isTrue();
    return result.getValue();
  }

  private static List<String[]> rows(SplittableRandom random, int persons) {
    List<String[]> rows = new ArrayList<>();
    for (int p = 0; p < persons; p++) {
      rows.add(
          new String[] {
            "x" + random.nextLong(Long.MAX_VALUE), "p" + random.nextInt(4), "s" + random.nextInt(3)
          });
    }
    return rows;
  }

  private static Map<List<String>, Integer> count(List<String[]> rows) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (String[] row : rows) {
      for (String place : List.of("_T", row[1])) {
        for (String sort : List.of("_T", row[2])) {
          counts.merge(List.of(place, sort), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private static String codes(String prefix, int n) {
    String[] codes = new String[n];
    Arrays.setAll(codes, i -> "{code: %s%d, label: {sv: a, en: a}}".formatted(prefix, i));
    return String.join(", ", codes);
  }

  private SmallAgency agency(List<String[]> rows) throws Exception {
    StringBuilder csv = new StringBuilder("who,place,sort\n");
    rows.forEach(r -> csv.append(String.join(",", r)).append('\n'));
    return new SmallAgency(folder)
        .data(csv.toString())
        .mapping("columns: {person_id: who, place: place, sort: sort}")
        .table(
            """
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
              - {name: place, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: sort, type: code, required: true, personal: false, description: {sv: p, en: p}}
            """)
        .definition(
            """
            unit: persons
            period: {grain: year}
            dimensions:
              - {id: place, title: {sv: p, en: p}, kind: single, by: {column: place}, codes: [%s]}
              - {id: sort, title: {sv: p, en: p}, kind: single, by: {column: sort}, codes: [%s]}
            measures:
              - {kind: count, id: children, title: {sv: c, en: c}}
            protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
            """
                .formatted(codes("p", 4), codes("s", 3)));
  }
}
