package se.samsyn.aggregator.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.aggregator.protection.ProtectionCheck;
import se.samsyn.aggregator.protection.PublishedTable;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.table.Cell;

/**
 * Sums of agencies' tables, and what the aggregator refuses to store. One dimension: the total, and
 * three levels a, b and c.
 */
class JointCellTest {
  private static final MeasureId CHILDREN = new MeasureId("children");
  private final Definition definition;

  JointCellTest() throws MalformedDocument {
    definition = SmallCatalogue.definition();
  }

  @Test
  void aSuppressedPartMakesAnIntervalOfWhatIsPublished() {
    // The second agency: total 15, c is 6, so a and b are two unknown numbers with the sum 9.
    List<Cell> joint = sum(table(30, 12, 10, 8), table(15, -1, -1, 6), table(20, 7, 7, 6));
    assertThat(joint)
        .containsExactly(
            new Cell.Value(65),
            new Cell.Interval(19, 28),
            new Cell.Interval(17, 26),
            new Cell.Value(20));
  }

  @Test
  void withoutAPublishedTotalAboveItNothingIsKnown() {
    assertThat(sum(table(30, 12, 10, 8), table(-1, -1, -1, -1))).containsOnly(Cell.SUPPRESSED);
  }

  @Test
  void whatDoesNotExistAddsNothing() {
    Map<MeasureId, List<Cell>> some =
        Map.of(
            CHILDREN,
            List.of(
                new Cell.Value(9), new Cell.Value(9), Cell.NOT_APPLICABLE, Cell.NOT_APPLICABLE));
    assertThat(sum(some, some))
        .containsExactly(
            new Cell.Value(18), new Cell.Value(18), Cell.NOT_APPLICABLE, Cell.NOT_APPLICABLE);
  }

  @Test
  void nobodyReported() {
    assertThat(JointCell.of(List.of())).isEqualTo(Cell.NOT_REPORTED);
  }

  @Test
  void aWellProtectedTableIsAccepted() {
    assertThatCode(() -> ProtectionCheck.require(definition, 5, table(15, -1, -1, 6)))
        .doesNotThrowAnyException();
    assertThatCode(() -> ProtectionCheck.require(definition, 5, table(-1, -1, -1, -1)))
        .doesNotThrowAnyException();
    assertThatCode(() -> ProtectionCheck.require(definition, 5, table(0, 0, 0, 0)))
        .doesNotThrowAnyException();
  }

  @Test
  void aRawTableIsRefused() {
    refused(table(12, 2, 4, 6), Refusal.NOT_PROTECTED);
  }

  @Test
  void aCellThatFollowsBySubtractionIsRefused() {
    refused(table(15, -1, 6, 6), Refusal.NOT_PROTECTED);
  }

  @Test
  void partsThatDoNotAddUpAreRefused() {
    refused(table(30, 10, 10, 11), Refusal.INCONSISTENT);
    refused(table(15, -1, -1, 20), Refusal.INCONSISTENT);
  }

  @Test
  void twoHiddenCellsThatCanOnlyBeZeroAreRefused() {
    refused(table(8, -1, -1, 8), Refusal.NOT_PROTECTED);
  }

  private void refused(Map<MeasureId, List<Cell>> table, Refusal reason) {
    assertThatThrownBy(() -> ProtectionCheck.require(definition, 5, table))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @SafeVarargs
  private List<Cell> sum(Map<MeasureId, List<Cell>>... tables) {
    List<List<Part>> parts = Stream.of(tables).map(this::parts).toList();
    return IntStream.range(0, 4)
        .mapToObj(i -> JointCell.of(parts.stream().map(p -> p.get(i)).toList()))
        .toList();
  }

  /** As intake stores them: with what the agency's own published cells leave possible. */
  private List<Part> parts(Map<MeasureId, List<Cell>> table) {
    List<FeasibilityInterval> intervals =
        new PublishedTable(definition, table).intervals().get(CHILDREN);
    return IntStream.range(0, 4)
        .mapToObj(i -> Part.of(table.get(CHILDREN).get(i), intervals.get(i)))
        .toList();
  }

  private static Map<MeasureId, List<Cell>> table(long... values) {
    List<Cell> cells = new ArrayList<>();
    for (long value : values) {
      cells.add(value < 0 ? Cell.SUPPRESSED : new Cell.Value(value));
    }
    return Map.of(CHILDREN, cells);
  }
}
