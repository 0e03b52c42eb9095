package se.samsyn.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samsyn.schemas.definition.Period;

/**
 * The invented county is of the size and shape that the real ones have, and nobody in it is real.
 */
class WorldTest {
  private static final World WORLD = World.of(1);

  @Test
  void theSameSeedMakesTheSameCounty() {
    assertThat(World.of(1)).isEqualTo(WORLD);
    assertThat(World.of(2)).isNotEqualTo(WORLD);
  }

  @Test
  void everyPersonalNumberIsOfTheSeriesForTestData() {
    assertThat(WORLD.children())
        .extracting(c -> c.personalNumber().twelve())
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("\\d{8}9[89]\\d\\d"))
        .anyMatch(number -> Integer.parseInt(number.substring(6, 8)) > 60);
  }

  @Test
  void theMainMunicipalityHasAboutTwelveThousandChildren() {
    Period term = Period.parse("HT2025");

    assertThat(WORLD.children())
        .filteredOn(c -> c.municipality().equals("3080"))
        .filteredOn(c -> c.isBornBefore(term) && c.ageAt(term) <= 17)
        .hasSizeBetween(11_500, 12_500);
  }

  @Test
  void nothingHappensBeforeAChildIsBorn() {
    assertThat(WORLD.contacts()).allMatch(c -> c.date().isAfter(c.child().personalNumber().born()));
    assertThat(WORLD.referrals())
        .allMatch(r -> r.received().isAfter(r.child().personalNumber().born()));
  }

  @Test
  void mostGroupsOfTheJointWorkAreTiny() {
    List<Integer> sizes = Programme.ALL.stream().map(Programme::children).sorted().toList();

    assertThat(sizes.get(sizes.size() / 2)).isBetween(5, 15);
    assertThat(sizes.get(sizes.size() - 1)).isEqualTo(200);
  }

  @Test
  void someChildrenAreKnownAtAllThreeAgencies() {
    Map<Child, Set<Actor>> givers =
        WORLD.interventions().stream()
            .collect(
                Collectors.groupingBy(
                    Intervention::child,
                    Collectors.mapping(Intervention::giver, Collectors.toSet())));

    assertThat(givers.values()).filteredOn(g -> g.size() == 3).hasSizeGreaterThan(10);
  }

  @Test
  void someOfThemHaveAProtectedIdentity() {
    Set<Child> inJointWork = WORLD.cases().stream().map(TsiCase::child).collect(Collectors.toSet());

    assertThat(inJointWork).anyMatch(Child::protectedIdentity);
    assertThat(WORLD.children().stream().filter(Child::protectedIdentity).count())
        .isBetween(30L, 150L);
  }

  @Test
  void everyTermHasRecordsOfEachKind() {
    for (Period term : Terms.ALL) {
      assertThat(WORLD.cases()).anyMatch(c -> term.contains(c.start()));
      assertThat(WORLD.interventions()).anyMatch(i -> term.contains(i.start()));
      assertThat(WORLD.referrals()).anyMatch(r -> term.contains(r.received()));
      assertThat(WORLD.contacts()).anyMatch(c -> term.contains(c.date()));
      assertThat(WORLD.absences()).anyMatch(a -> a.term().equals(term));
      assertThat(WORLD.givenCounts()).anyMatch(g -> g.term().equals(term));
    }
    assertThat(
            WORLD.contacts().stream()
                .collect(Collectors.groupingBy(Contact::service, Collectors.counting())))
        .containsOnlyKeys("bvc", "first-line", "bup");
  }
}
