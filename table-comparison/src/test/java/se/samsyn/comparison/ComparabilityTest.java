package se.samsyn.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.comparison.Definitions.COUNT;
import static se.samsyn.comparison.Definitions.PLACE;
import static se.samsyn.comparison.Definitions.PLAIN;
import static se.samsyn.comparison.Definitions.SORTS;
import static se.samsyn.comparison.Definitions.SUM;
import static se.samsyn.comparison.Definitions.ages;
import static se.samsyn.comparison.Definitions.table;

import org.junit.jupiter.api.Test;

/** What is refused is what an onlooker may know more of than the engine is told. */
class ComparabilityTest {
  private static final String FILTERED =
      "  - {kind: count, id: some, title: {sv: c, en: c}, where: [%s]}\n";

  @Test
  void groupingsPeriodsAndListsOfCodesAreCompared() throws Exception {
    CountedTable year = table("2025/26", "", PLACE, COUNT);
    none(year, table("HT2025", "", PLACE, COUNT));
    none(year, table("2025/26", "", ages("period-start", 7, 10, 13), COUNT));
    none(
        table("2025/26", "", ages("period-start", 7, 10, 13), COUNT),
        table("2026", "", ages("period-start", 7, 9, 13), COUNT));
    none(year, table("2025/26", "where: [{is: in, column: place, codes: [a]}]", SORTS, COUNT));
    none(
        table("2025/26", "", PLACE, COUNT + SUM),
        table("HT2025", "", ages("period-start", 7, 10), COUNT + SUM));
    none(
        year,
        table(
            "2025/26",
            "",
            SORTS,
            COUNT + FILTERED.formatted("{is: in, column: place, codes: [a]}")));
  }

  @Test
  void theSameTableIsNoOther() throws Exception {
    CountedTable events = table("2025/26", "events", "", PLACE, COUNT, PLAIN);
    none(events, events);
  }

  @Test
  void whatCannotBeReckonedIsNamed() throws Exception {
    CountedTable year = table("2025/26", "", PLACE, COUNT);
    hindered(Hindrance.EVENTS, year, table("HT2025", "events", "", PLACE, COUNT, PLAIN));
    hindered(Hindrance.UNITS, year, table("HT2025", "given", "", PLACE, COUNT, PLAIN));
    hindered(
        Hindrance.RULES,
        year,
        table(
            "HT2025", "persons", "", PLACE, COUNT, PLAIN.replace("zeros: shown", "zeros: hidden")));
    hindered(
        Hindrance.RULES,
        table("2025/26", "", PLACE, COUNT + SUM),
        table(
            "HT2025",
            "persons",
            "",
            PLACE,
            COUNT + SUM,
            PLAIN.replace("zeros", "dominance: {contributors: 1, percent: 80}, zeros")));
    hindered(Hindrance.AGE_AT_RECORD, year, table("HT2025", "", ages("record-date", 7, 10), COUNT));
    hindered(
        Hindrance.SEVERAL_CLASSES,
        year,
        table("HT2025", "", PLACE.replace("single", "multiple"), COUNT));
    hindered(
        Hindrance.CONDITIONS,
        year,
        table("HT2025", "where: [{is: present, column: place}]", SORTS, COUNT));
    hindered(
        Hindrance.CONDITIONS,
        table("2025/26", "where: [{is: between, column: grade, from: 1, to: 3}]", PLACE, COUNT),
        table("2025/26", "where: [{is: between, column: grade, from: 1, to: 6}]", SORTS, COUNT));
    hindered(
        Hindrance.CONDITIONS,
        year,
        table(
            "HT2025",
            "",
            PLACE,
            COUNT + FILTERED.formatted("{is: in, column: place, codes: [a]}")));
    hindered(
        Hindrance.AMOUNTS,
        table("2025/26", "", PLACE, COUNT + SUM),
        table("2025/26", "where: [{is: present, column: grade}]", PLACE, COUNT + SUM));
    hindered(
        Hindrance.AMOUNTS,
        table("2025/26", "", PLACE, COUNT + SUM),
        table("2025/26", "", SORTS, COUNT + SUM));
  }

  private static void none(CountedTable a, CountedTable b) {
    assertThat(Comparability.between(a, b)).isEmpty();
    assertThat(Comparability.between(b, a)).isEmpty();
  }

  private static void hindered(Hindrance hindrance, CountedTable a, CountedTable b) {
    assertThat(Comparability.between(a, b)).contains(hindrance);
    assertThat(Comparability.between(b, a)).contains(hindrance);
  }
}
