package se.samsyn.disclosure.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samsyn.disclosure.audit.FeasibilityInterval;
import se.samsyn.disclosure.protect.Demand;
import se.samsyn.disclosure.protect.Options;
import se.samsyn.disclosure.protect.Protection;
import se.samsyn.disclosure.protect.ProtectionImpossible;
import se.samsyn.disclosure.protect.Protector;
import se.samsyn.disclosure.rule.Requirement;
import se.samsyn.disclosure.table.Publication;

class ReleaseUnionTest {
  private static final int MOST = 9;

  /** Six ages of which one has two persons; no group of either table below is small. */
  private static final long[] COUNTS = {7, 6, 2, 8, 6, 7};

  @Test
  void tablesThatAreSafeApartAreSubtracted() {
    Release first = alone("spring", AgeTables.grouped(COUNTS, 0, 3));
    Release second = alone("autumn", AgeTables.grouped(COUNTS, 0, 2));
    assertThat(first.hidden().isEmpty() && second.hidden().isEmpty()).isTrue();
    long[] range = new Onlooker(6, MOST).sees(first).sees(second).range(AgeTables.ages(2, 3));
    assertThat(range).containsExactly(2, 2);
  }

  @Test
  void withHistoryTheSubtractionFails() {
    Release first = alone("spring", AgeTables.grouped(COUNTS, 0, 3));
    Grouping next = AgeTables.grouped(COUNTS, 0, 2);
    ReleaseUnion union = union(History.of(List.of(first)), next, COUNTS);
    Protection protection = union.protect(Options.standard());
    Release second = union.released("autumn", protection);
    assertThat(second.hidden().cardinality()).isPositive();
    long[] range = new Onlooker(6, MOST).sees(first).sees(second).range(AgeTables.ages(2, 3));
    assertThat(range[1]).isGreaterThanOrEqualTo(5);
    // What was published in spring is shown again.
    assertThat(second.hidden().get(0)).isFalse();
  }

  @Test
  void aCellHiddenBeforeStaysHiddenInAnotherGrouping() {
    // In spring ages 2 and 5 were hidden; in autumn 2..4 and 3..4 would give age 2 away.
    long[] counts = {7, 6, 2, 8, 6, 9};
    Release first = alone("spring", AgeTables.grouped(counts, 0, 1, 2, 3, 4, 5));
    assertThat(first.hidden().get(3)).as("age 2 is hidden").isTrue();
    Grouping next = AgeTables.grouped(counts, 0, 1, 2, 5);
    Release careless = alone("autumn", next);
    ReleaseUnion union = union(History.of(List.of(first)), next, counts);
    Release careful = union.released("autumn", union.protect(Options.standard()));
    long[] revealed = new Onlooker(6, MOST).sees(first).sees(careless).range(AgeTables.ages(2, 3));
    long[] kept = new Onlooker(6, MOST).sees(first).sees(careful).range(AgeTables.ages(2, 3));
    assertThat(revealed[1] - revealed[0]).isLessThan(kept[1] - kept[0]);
    assertThat(kept[1]).isGreaterThanOrEqualTo(5);
    assertThat(kept[1] - kept[0]).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void noOnlookerOfAllReleasesFindsASmallGroup(long seed) {
    Random random = new Random(seed);
    long[] counts = new long[5];
    for (int age = 0; age < counts.length; age++) {
      counts[age] = random.nextInt(9);
    }
    History history = History.NONE;
    for (int release = 0; release < 3; release++) {
      Grouping next = AgeTables.grouped(counts, starts(random, counts.length));
      ReleaseUnion union = union(history, next, counts);
      Protection protection;
      try {
        protection = union.protect(Options.standard());
      } catch (ProtectionImpossible e) {
        // The grand total came out with the first release, or everybody is fewer than k.
        assertThat(e).as("seed %d", seed).hasMessageContaining("release");
        continue;
      }
      history = history.with(union.released("release " + release, protection));
    }
    Onlooker onlooker = new Onlooker(counts.length, 40 / counts.length + 2);
    history.releases().forEach(onlooker::sees);
    for (int from = 0; from < counts.length; from++) {
      for (int to = from + 1; to <= counts.length; to++) {
        Footprint group = AgeTables.ages(from, to);
        long value = AgeTables.value(counts, group);
        if (AgeTables.RULE.isUnsafe(value)) {
          long[] range = onlooker.range(group);
          assertThat(range[1])
              .as("seed %d ages %d to %d of %s", seed, from, to, onlooker)
              .isGreaterThanOrEqualTo(5);
        }
      }
    }
  }

  @Test
  void aReleaseThatLeavesNoWayOutIsNamed() {
    long[] counts = {7, 2, 9};
    // Somebody published all but the middle one, and the total.
    Release careless =
        Release.of(
            "brochure",
            List.of(
                ReleasedCell.published(AgeTables.ages(0, 3), 18),
                ReleasedCell.published(AgeTables.ages(0, 1), 7),
                ReleasedCell.published(AgeTables.ages(2, 3), 9)));
    Release harmless =
        Release.of("report", List.of(ReleasedCell.published(AgeTables.ages(0, 3), 18)));
    ReleaseUnion union =
        union(History.of(List.of(harmless, careless)), AgeTables.grouped(counts, 0, 1, 2), counts);
    assertThatThrownBy(() -> union.protect(Options.standard()))
        .isInstanceOf(ProtectionImpossible.class)
        .hasMessageContaining("release brochure");
  }

  @Test
  void aTableThatMustShowWhatWasHiddenIsRefused() {
    Release first =
        Release.of(
            "spring",
            List.of(ReleasedCell.hidden(AgeTables.ages(0, 1), 2, AgeTables.RULE.forPersons(2))));
    long[] counts = {2, 9};
    Grouping free = AgeTables.grouped(counts, 0, 1);
    var table = free.table();
    Publication[] publication = {Publication.OPTIONAL, Publication.ALWAYS, Publication.OPTIONAL};
    var strict =
        new se.samsyn.disclosure.table.Table(
            table.space(),
            table.values(),
            new double[] {1, 1, 1},
            publication,
            new int[] {0, 1, 2});
    assertThatThrownBy(
            () ->
                ReleaseUnion.of(
                    History.of(List.of(first)), new Grouping(strict, free.footprints()), List.of()))
        .isInstanceOf(ProtectionImpossible.class)
        .hasMessageContaining("spring");
  }

  @Test
  void aRevisedFigureIsNoticed() {
    Release first = Release.of("spring", List.of(ReleasedCell.published(AgeTables.ages(0, 2), 20)));
    Grouping next = AgeTables.grouped(new long[] {10, 11}, 0, 1);
    assertThatThrownBy(() -> ReleaseUnion.of(History.of(List.of(first)), next, List.of()))
        .isInstanceOf(ReleasesContradict.class)
        .hasMessageContaining("spring");
    Release overlapping =
        Release.of(
            "summer",
            List.of(
                ReleasedCell.published(AgeTables.ages(0, 1), 30),
                ReleasedCell.published(AgeTables.ages(0, 3), 12)));
    assertThatThrownBy(
            () ->
                ReleaseUnion.of(
                    History.of(List.of(overlapping)),
                    AgeTables.grouped(new long[] {3, 9, 0, 8}, 0, 1),
                    List.of()))
        .isInstanceOf(ReleasesContradict.class);
  }

  @Test
  void whoDoesNotHaveTheDataProtectsTheCellsOfAllReleases() {
    // Nobody knows how many are 2 years old; the groups of both tables are told, not their cut.
    Release first =
        Release.of(
            "spring",
            List.of(
                ReleasedCell.hidden(AgeTables.ages(0, 3), 4, AgeTables.RULE.forPersons(4)),
                ReleasedCell.hidden(AgeTables.ages(3, 6), 30, Requirement.notExact(30)),
                ReleasedCell.published(AgeTables.ages(0, 6), 34)));
    Grouping next = AgeTables.grouped(new long[] {1, 2, 1, 10, 9, 11}, 0, 2);
    ReleaseUnion union =
        ReleaseUnion.of(History.of(List.of(first)), next, AgeTables.demands(next.table()));
    Protection protection = union.protect(Options.standard());
    FeasibilityInterval[] intervals = union.audit(protection);
    for (Demand demand : union.demands()) {
      assertThat(
              demand
                  .requirement()
                  .isMetBy(
                      intervals[demand.cell()].attained().lower(),
                      intervals[demand.cell()].attained().upper()))
          .isTrue();
    }
    assertThat(protection.hidden().get(0)).as("the total is public already").isFalse();
  }

  @Test
  void helperCellsOfAReleaseCannotHaveBeenShown() {
    Grouping grouping = AgeTables.grouped(COUNTS, 0, 3);
    assertThatThrownBy(
            () ->
                new Grouping(
                    grouping.table(),
                    List.of(Optional.empty(), Optional.empty(), Optional.empty())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ReleaseUnion union(History history, Grouping next, long[] counts) {
    return ReleaseUnion.of(history, next, AgeTables.demands(next.table()), AgeTables.finer(counts));
  }

  private static Release alone(String id, Grouping grouping) {
    List<Demand> demands = AgeTables.demands(grouping.table());
    BitSet hidden = Protector.protect(grouping.table(), demands, Options.standard()).hidden();
    return new Release(id, grouping, hidden, demands);
  }

  private static int[] starts(Random random, int ages) {
    return java.util.stream.IntStream.range(0, ages)
        .filter(age -> age == 0 || random.nextBoolean())
        .toArray();
  }
}
