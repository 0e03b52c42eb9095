package se.samsyn.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samsyn.comparison.Definitions.COUNT;
import static se.samsyn.comparison.Definitions.PLACE;
import static se.samsyn.comparison.Definitions.ages;
import static se.samsyn.comparison.Definitions.table;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.schemas.definition.Code.Band;
import se.samsyn.schemas.definition.Dimension;

class ComparisonTest {
  private static final Set<Contribution> OWN = Set.of(Contribution.of("own"));

  /** Against ages reckoned as the agent reckons them, one birth at a time. */
  @Test
  void anAgeAtADayIsTheDaysOfBirthThatGiveIt() {
    long seed = Long.getLong("samsyn.seed", System.nanoTime());
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      LocalDate day = LocalDate.of(2000 + random.nextInt(40), 1 + random.nextInt(12), 1);
      LocalDate born = day.minusDays(random.nextInt(25 * 366));
      long from = random.nextInt(20);
      Band band = new Band(from, from + random.nextInt(5));
      long exact = ChronoUnit.YEARS.between(born, day);
      assertThat(isWithin(Births.BY_DAY.born(band, day), born))
          .as("%s at %s in %s", born, day, band)
          .isEqualTo(band.from() <= exact && exact <= band.to());
      long byYear = day.getYear() - born.getYear();
      assertThat(isWithin(Births.BY_YEAR.born(band, day), born))
          .as("%s at %s in %s, by year", born, day, band)
          .isEqualTo(band.from() <= byYear && byYear <= band.to());
    }
  }

  @Test
  void whatIsTheSameInTwoTablesIsOneSubject() throws Exception {
    CountedTable narrow = table("2025/26", "", ages("period-start", 7, 10, 13), COUNT);
    CountedTable wide = table("2025/26", "", ages("period-start", 7, 13), COUNT);
    Comparison comparison = new Comparison(List.of(narrow, wide), Births.BY_DAY);
    Set<Subject> both = new HashSet<>(comparison.places(narrow, OWN).keySet());
    both.retainAll(comparison.places(wide, OWN).keySet());
    // The total, which in the one is the only class too.
    assertThat(both).hasSize(1);
    assertThat(comparison.places(narrow, OWN)).hasSize(3);
    assertThat(comparison.places(wide, OWN).values())
        .containsExactly(
            List.of(
                new Comparison.Place(wide.definition().collected().get(0).id(), 0),
                new Comparison.Place(wide.definition().collected().get(0).id(), 1)));
  }

  @Test
  void agesAtOtherDaysCutEachOther() throws Exception {
    CountedTable summer = table("2025/26", "", ages("period-start", 7, 10), COUNT);
    CountedTable winter = table("2026", "", ages("period-start", 7, 10), COUNT);
    Comparison comparison = new Comparison(List.of(summer, winter), Births.BY_DAY);
    Dimension dimension = summer.definition().dimensions().get(0);
    Set<String> then = comparison.classes(summer, dimension, "c1");
    Set<String> now = comparison.classes(winter, dimension, "c1");
    assertThat(then).isNotEqualTo(now);
    Set<String> both = new HashSet<>(then);
    both.retainAll(now);
    assertThat(both).hasSize(1);
    Comparison byYear = new Comparison(List.of(summer, winter), Births.BY_YEAR);
    assertThat(byYear.classes(summer, dimension, "c1"))
        .isNotEqualTo(byYear.classes(winter, dimension, "c1"));
    assertThat(Births.readings(List.of(summer, winter))).hasSize(2);
    assertThat(Births.readings(List.of(summer, summer))).hasSize(1);
  }

  @Test
  void aFilterByAColumnIsAClassOfWhoeverIsDividedByIt() throws Exception {
    CountedTable divided = table("2025/26", "", PLACE, COUNT);
    CountedTable filtered =
        table("2025/26", "where: [{is: in, column: place, codes: [a]}]", "  []\n", COUNT);
    Comparison comparison = new Comparison(List.of(divided, filtered), Births.BY_DAY);
    assertThat(comparison.places(divided, OWN).keySet())
        .containsAll(comparison.places(filtered, OWN).keySet());
  }

  @Test
  void whoTakesItThatAllHaveAClassIsHeardAsFarAsItCanBeTrue() throws Exception {
    CountedTable places = table("2025/26", "", PLACE, COUNT);
    CountedTable ages = table("2025/26", "", ages("period-start", 7, 13), COUNT);
    Comparison open = new Comparison(List.of(places, ages), Births.BY_DAY);
    assertThat(open.domains()).isEmpty();
    assertThat(open.readings(c -> true)).hasSize(3).last().isSameAs(open);
    assertThat(open.readings(c -> true).get(0).domains())
        .containsOnlyKeys("column place", "day of birth");
    assertThat(open.readings(c -> !c.domains().containsKey("day of birth")).get(0).domains())
        .containsOnlyKeys("column place");
    assertThat(open.readings(c -> false)).containsExactly(open);
  }

  @Test
  void aBandWithoutAnEndIsAClassAsAnyOther() throws Exception {
    String numbers =
        "  - {id: grade, title: {sv: t, en: t}, kind: single, by: {column: grade}, codes: [{code: c1, label: {sv: a, en: a}, band: {from: 7, to: 9223372036854775807}}]}\n";
    CountedTable grades = table("2025/26", "", numbers, COUNT);
    CountedTable old = table("2025/26", "", ages("period-start", 7, Integer.MAX_VALUE), COUNT);
    Comparison comparison = new Comparison(List.of(grades, old), Births.BY_DAY);
    for (CountedTable table : List.of(grades, old)) {
      Dimension dimension = table.definition().dimensions().get(0);
      assertThat(comparison.classes(table, dimension, "c1")).hasSize(1);
    }
  }

  @Test
  void aTableThatIsAloneHasNothingLeftOutOfIt() throws Exception {
    CountedTable alone = table("2025/26", "", PLACE, COUNT);
    Comparison open = new Comparison(List.of(alone, alone), Births.BY_DAY);
    assertThat(open.readings(c -> true)).containsExactly(open);
  }

  private static boolean isWithin(NumberLine.Span span, LocalDate born) {
    return span.from() <= born.toEpochDay() && born.toEpochDay() <= span.to();
  }
}
