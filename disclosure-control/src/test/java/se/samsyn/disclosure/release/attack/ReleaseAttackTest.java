package se.samsyn.disclosure.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.release.ReleaseIndex;
import se.samsyn.disclosure.release.Remedy;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.disclosure.release.attack.Attacker.Target;
import se.samsyn.disclosure.release.attack.Desk.Story;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * Each scenario many times over with other records: what the check lets through, and every change
 * that it proposes, is attacked by a program that knows nothing of it; so is what it holds back, to
 * see that there was something to hold back.
 */
class ReleaseAttackTest {
  private static final int K = 5;
  private static final int TIMES = Integer.getInteger("samsyn.times", 10);
  private static final long SEED = Long.getLong("samsyn.seed", 1);

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void nothingThatIsLetThroughNarrowsASmallGroup(Scenario scenario) {
    int disclosing = 0;
    int inReals = 0;
    int safe = 0;
    int remedies = 0;
    for (long seed = SEED; seed < SEED + TIMES; seed++) {
      Story story = scenario.play(new Random(seed * 31 + scenario.ordinal()), K);
      List<Found> naive = narrowed(story, story.next());
      disclosing += naive.isEmpty() ? 0 : 1;
      inReals += naive.stream().anyMatch(Found::inReals) ? 1 : 0;
      Verdict verdict =
          ReleaseCheck.with(new MinimumFrequency(K))
              .check(ReleaseIndex.of(story.earlier()), story.next());
      String where = scenario + ", seed " + seed;
      assertThat(verdict).as(where).isNotInstanceOf(Verdict.Contradictory.class);
      if (verdict instanceof Verdict.Safe) {
        safe++;
        assertThat(naive).as(where + " is let through").isEmpty();
      } else if (verdict instanceof Verdict.Unsafe unsafe) {
        assertThat(unsafe.remedies()).as(where + " can be changed").isNotEmpty();
        for (Remedy remedy : unsafe.remedies()) {
          remedies++;
          assertThat(narrowed(story, remedy.release()))
              .as(where + ", " + remedy.getClass().getSimpleName())
              .isEmpty();
        }
      }
    }
    System.out.printf(
        "%s: seeds %d-%d, %d disclose if all is released (%d to a linear program), %d are let through,"
            + " %d changes attacked%n",
        scenario, SEED, SEED + TIMES - 1, disclosing, inReals, safe, remedies);
    assertThat(disclosing).as("without the check " + scenario + " discloses").isPositive();
    assertThat(safe).as("what is harmless in " + scenario + " is released").isPositive();
  }

  /**
   * A small group that was narrowed.
   *
   * @param inReals whether a linear program suffices, without whole numbers
   */
  private record Found(Target target, boolean inReals) {}

  /** The small groups that a release narrows and neither one table nor those before it do alone. */
  private static List<Found> narrowed(Story story, PublishedRelease next) {
    List<PublishedRelease> all = new ArrayList<>(story.earlier());
    all.add(next);
    Numbers numbers = new Numbers(story.world(), all);
    List<Optional<String>> attackers = new ArrayList<>(List.of(Optional.empty()));
    numbers.contributions().stream()
        .map(c -> Optional.of(c.agency()))
        .distinct()
        .forEach(attackers::add);
    List<Found> found = new ArrayList<>();
    for (Optional<String> insider : attackers) {
      Attacker attacker = new Attacker(numbers, all, insider, K);
      for (Target target : attacker.narrowed(attacker.targets())) {
        Attacker.Bounds bounds = attacker.range(target);
        boolean isNews =
            alone(story, next)
                .map(known -> new Attacker(numbers, known, insider, K))
                .noneMatch(less -> less.range(target).equals(bounds));
        if (isNews) {
          found.add(new Found(target, attacker.isSeenInReals(target)));
        }
      }
    }
    return found;
  }

  private static Stream<List<PublishedRelease>> alone(Story story, PublishedRelease next) {
    List<PublishedRelease> some = new ArrayList<>(story.earlier());
    some.add(next);
    return Stream.concat(
        Stream.of(story.earlier()),
        some.stream()
            .flatMap(r -> r.tables().stream())
            .filter(t -> t.assurance() == PublishedTable.Assurance.PROTECTED)
            .map(t -> List.of(story.world().release("alone", t)))
            .collect(Collectors.toList())
            .stream());
  }
}
