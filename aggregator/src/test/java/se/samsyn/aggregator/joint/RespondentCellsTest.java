package se.samsyn.aggregator.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import se.samsyn.aggregator.SmallCatalogue;
import se.samsyn.aggregator.intake.Part;
import se.samsyn.schemas.definition.Definition;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.json.MalformedDocument;
import se.samsyn.schemas.message.AuthorityId;
import se.samsyn.schemas.table.Cell;

/** Children and days, the total and three levels, at agencies whose own figures are not shown. */
class RespondentCellsTest {
  private static final MeasureId CHILDREN = new MeasureId("children");
  private static final MeasureId DAYS = new MeasureId("days");
  private static final Part NOTHING = new Part.Nothing();
  private static final Map<MeasureId, List<Part>> FIRST =
      table(values(30, 10, 10, 10), values(300, 100, 100, 100));
  private static final Map<MeasureId, List<Part>> SECOND =
      table(values(60, 20, 20, 20), values(330, 110, 110, 110));
  private static final Map<MeasureId, List<Part>> THIRD =
      table(values(90, 30, 30, 30), values(360, 120, 120, 120));
  private final Definition definition;

  RespondentCellsTest() throws MalformedDocument {
    definition = SmallCatalogue.withDays();
  }

  @Test
  void whatThreeAuthoritiesHaveTogetherIsShown() {
    Map<MeasureId, List<Cell>> joint =
        joint(of("one", FIRST), of("two", SECOND), of("three", THIRD));
    assertThat(joint.get(CHILDREN)).first().isEqualTo(new Cell.Value(180));
    assertThat(joint.get(CHILDREN)).doesNotContain(Cell.SUPPRESSED);
    assertThat(joint.get(DAYS)).doesNotContain(Cell.SUPPRESSED);
  }

  @Test
  void twoAgenciesOfOneAuthorityAreOneRespondent() {
    Map<MeasureId, List<Cell>> joint = joint(of("one", FIRST, SECOND), of("two", THIRD));
    assertThat(joint.get(CHILDREN)).containsOnly(Cell.SUPPRESSED);
    assertThat(joint.get(DAYS)).containsOnly(Cell.SUPPRESSED);
  }

  @Test
  void aSumThatOneAgencyDominatesIsHiddenAndItsChildrenAreNot() {
    Map<MeasureId, List<Cell>> joint =
        joint(
            of("one", table(values(30, 10, 10, 10), values(9_200, 9_000, 100, 100))),
            of("two", SECOND),
            of("three", THIRD));
    assertThat(joint.get(CHILDREN)).doesNotContain(Cell.SUPPRESSED);
    assertThat(joint.get(DAYS).get(0)).isEqualTo(Cell.SUPPRESSED);
    assertThat(joint.get(DAYS).get(1)).isEqualTo(Cell.SUPPRESSED);
  }

  @Test
  void aClassThatExistsAtOneAgencyOnlyIsItsOwnFigureAndOneThatExistsNowhereIsNoSecret() {
    Map<MeasureId, List<Cell>> joint =
        joint(
            of("one", table(parts(30, 10, 20, -1), parts(300, 100, 200, -1))),
            of("two", table(parts(60, 60, -1, -1), parts(330, 330, -1, -1))),
            of("three", table(parts(90, 90, -1, -1), parts(360, 360, -1, -1))));
    assertThat(joint.get(CHILDREN).get(2)).isEqualTo(Cell.SUPPRESSED);
    assertThat(joint.get(CHILDREN).get(3)).isEqualTo(Cell.NOT_APPLICABLE);
    // Else the total less the first class would be that figure.
    assertThat(joint.get(CHILDREN).subList(0, 2)).contains(Cell.SUPPRESSED);
  }

  @Test
  void boundsThatLeaveTheOthersOpenAreShownAndThoseThatDoNotAreNot() {
    Part open = new Part.Hidden(0, OptionalLong.of(40));
    Part narrow = new Part.Hidden(0, OptionalLong.of(3));
    Authority one = of("one", table(values(80, 30, 30, 20), values(80, 30, 30, 20)));
    Authority two = of("two", table(values(20, 0, 0, 20), values(20, 0, 0, 20)));
    Map<MeasureId, List<Cell>> joint =
        joint(
            one,
            two,
            of(
                "three",
                table(
                    List.of(known(60), open, open, known(20)),
                    List.of(known(60), open, open, known(20)))));
    assertThat(joint.get(CHILDREN).get(1)).isEqualTo(new Cell.Interval(30, 70));
    joint =
        joint(
            one,
            two,
            of(
                "three",
                table(
                    List.of(known(23), narrow, narrow, known(20)),
                    List.of(known(23), narrow, narrow, known(20)))));
    assertThat(joint.get(CHILDREN).get(1)).isEqualTo(Cell.SUPPRESSED);
    assertThat(joint.get(CHILDREN).get(2)).isEqualTo(Cell.SUPPRESSED);
  }

  @Test
  void whereNobodyHasReportedNothingIsHidden() {
    assertThat(joint().get(CHILDREN)).containsOnly(Cell.NOT_REPORTED);
  }

  private record Authority(AuthorityId id, List<Map<MeasureId, List<Part>>> tables) {}

  @SafeVarargs
  private static Authority of(String id, Map<MeasureId, List<Part>>... tables) {
    return new Authority(new AuthorityId("authority-" + id), List.of(tables));
  }

  private Map<MeasureId, List<Cell>> joint(Authority... authorities) {
    Map<AuthorityId, List<Map<MeasureId, List<Part>>>> tables = new LinkedHashMap<>();
    for (Authority authority : authorities) {
      tables.put(authority.id(), authority.tables());
    }
    return RespondentCells.of(definition, tables);
  }

  private static Map<MeasureId, List<Part>> table(List<Part> children, List<Part> days) {
    return Map.of(CHILDREN, children, DAYS, days);
  }

  private static List<Part> values(long... values) {
    return parts(values);
  }

  /** A negative number is a class that does not exist there. */
  private static List<Part> parts(long... values) {
    List<Part> parts = new ArrayList<>();
    for (long value : values) {
      parts.add(value < 0 ? NOTHING : known(value));
    }
    return parts;
  }

  private static Part known(long value) {
    return new Part.Known(value);
  }
}
