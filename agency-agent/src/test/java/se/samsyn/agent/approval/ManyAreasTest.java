package se.samsyn.agent.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samsyn.agent.protect.SentBefore;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/**
 * A year beside its terms, in so many areas that hidden cells hang together all over the tables:
 * what is left of a year is small in many of them, and the rest of the table is shown all the same.
 */
class ManyAreasTest {
  private static final int AREAS = 40;

  @TempDir Path folder;

  @Test
  void mostOfTheTableIsShown() throws Exception {
    ManyAreas agency = new ManyAreas(folder, AREAS, false);
    SentBefore terms = agency.termsByAge();
    Preview year = agency.yearBySex(terms);
    assertThat(year.cost().cells()).isPositive();
    List<Cell> cells = year.table().cells().get(new MeasureId("children"));
    assertThat(cells.stream().filter(Cell.Value.class::isInstance).count())
        .isGreaterThan(cells.size() * 3 / 4);
    // Each area's total is shown in a term, so where a year shows it too the other term is many.
    for (int area = 1; area <= AREAS; area++) {
      for (var term : terms.all()) {
        Cell then = term.table().cells().get(new MeasureId("children")).get(4 * area);
        if (cells.get(3 * area) instanceof Cell.Value whole && then instanceof Cell.Value part) {
          assertThat(whole.value() - part.value()).isNotIn(1L, 2L, 3L, 4L);
        }
      }
    }
  }
}
