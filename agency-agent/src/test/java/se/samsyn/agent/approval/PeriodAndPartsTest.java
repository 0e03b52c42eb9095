package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/**
 * Why a school year is protected beside one of its terms ({@link OtherTablesAttackTest}): each
 * table is safe by itself, and the other term is what is left of the year.
 */
class PeriodAndPartsTest {
  private static final int K = 5;

  @TempDir Path folder;

  @Test
  void aYearMinusATermTellsOfAFew() throws Exception {
    int found = 0;
    for (long seed = 1; seed <= 4; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> rows = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String date = random.nextInt(8) == 0 ? "2026-03-02" : "2025-10-01";
        rows.add("x" + i + ",p" + random.nextInt(3) + "," + date);
      }
      List<Cell> year = cells(rows, "school-year", "2025/26");
      List<Cell> autumn = cells(rows, "term", "HT2025");
      for (int cell = 0; cell < year.size(); cell++) {
        if (year.get(cell) instanceof Cell.Value whole
            && autumn.get(cell) instanceof Cell.Value part) {
          long rest = whole.value() - part.value();
          found += rest > 0 && rest < K ? 1 : 0;
        }
      }
    }
    assertThat(found).as("small numbers of the spring term").isPositive();
  }

  private List<Cell> cells(List<String> rows, String grain, String period) throws Exception {
    return new SmallAgency(folder)
        .data("who,place,day\n" + String.join("\n", rows) + "\n")
        .mapping("columns: {person_id: who, place: place, day: day}")
        .table(
            """
            columns:
              - {name: person_id, type: person, required: true, personal: true, description: {sv: p, en: p}}
              - {name: place, type: code, required: true, personal: false, description: {sv: p, en: p}}
              - {name: day, type: date, required: true, personal: true, description: {sv: p, en: p}}
            """)
        .definition(
            """
            unit: persons
            period: {grain: %s, date: day}
            dimensions:
              - {id: place, title: {sv: p, en: p}, kind: single, by: {column: place}, codes: [{code: p0, label: {sv: a, en: a}}, {code: p1, label: {sv: a, en: a}}, {code: p2, label: {sv: a, en: a}}]}
            measures:
              - {kind: count, id: children, title: {sv: c, en: c}}
            protection: {minimumFrequency: 5, zeros: shown, groupDisclosure: false}
            """
                .formatted(grain))
        .preview(period)
        .table()
        .cells()
        .get(new MeasureId("children"));
  }
}
