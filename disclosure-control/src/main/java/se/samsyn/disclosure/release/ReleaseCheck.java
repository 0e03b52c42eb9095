package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * Checks a new release against all earlier releases and delivered extracts. The attacker has all of
 * them, knows all definitions, and reckons with whole numbers that are not negative. For every
 * group that the tables together tell apart, what can be found out must stay as wide as the
 * protection asks, unless one table by itself, or the earlier ones, tell it already.
 *
 * <p>Works on the releases that hang together with the new one; the others cost nothing.
 */
public final class ReleaseCheck {
  /** Programs of so many numbers end in a second or so. */
  private static final int SMALL = 10_000;

  private final MinimumFrequency rule;
  private final Patience patience;

  private ReleaseCheck(MinimumFrequency rule, Patience patience) {
    this.rule = rule;
    this.patience = patience;
  }

  /**
   * @param rule of the tables; where they differ, that with the largest k
   */
  public static ReleaseCheck with(MinimumFrequency rule) {
    return new ReleaseCheck(rule, Patience.SHORT);
  }

  /**
   * One that may take minutes where hidden figures hang together widely, and then shows more to be
   * safe.
   *
   * @param rule of the tables; where they differ, that with the largest k
   */
  public static ReleaseCheck patient(MinimumFrequency rule) {
    return new ReleaseCheck(rule, Patience.LONG);
  }

  /**
   * @throws IllegalArgumentException if the release was made already, if a concept means different
   *     things in two releases, or if the releases tell too many groups apart
   * @throws CheckStopped soon after the thread was interrupted
   */
  public Verdict check(EarlierReleases earlier, PublishedRelease next) {
    Neighbours neighbours = Neighbours.of(earlier, next);
    Examination examination = examine(neighbours);
    if (!examination.contradictory().isEmpty()) {
      return new Verdict.Contradictory(examination.contradictory());
    }
    if (examination.isSafe()) {
      return new Verdict.Safe(examination.report());
    }
    List<Finding> findings = examination.findings();
    List<Remedy> remedies =
        new Remedies(examination, findings).among(changed -> isSafe(examination, changed));
    return new Verdict.Unsafe(examination.report(), findings, remedies);
  }

  /**
   * Whether the figures of a release and of all that it hangs together with may be true of the same
   * records: far sooner known than what they disclose. What only whole numbers show to be false may
   * pass, and is found by {@link #check}.
   */
  public boolean mayBe(EarlierReleases earlier, PublishedRelease next) {
    Neighbours neighbours = Neighbours.of(earlier, next);
    return neighbours.families().stream()
        .allMatch(family -> check(neighbours, family, Integer.MAX_VALUE).mayBe());
  }

  private Examination examine(Neighbours neighbours) {
    List<Examination.Family> families = new ArrayList<>();
    Set<String> contradictory = new HashSet<>();
    for (Map<String, Concept> family : neighbours.families()) {
      FamilyCheck check = check(neighbours, family, Integer.MAX_VALUE);
      try {
        families.add(new Examination.Family(family.keySet(), check, check.run()));
      } catch (Contradiction e) {
        contradictory.addAll(check.contradictory());
      }
    }
    return new Examination(neighbours, families, contradictory, rule.k());
  }

  /**
   * Whether a change of a release is safe: checked as the release was, from the tables on. What
   * takes far larger programs than the release itself took is not tried.
   */
  private boolean isSafe(Examination before, PublishedRelease changed) {
    Neighbours neighbours = before.neighbours().with(changed);
    int mostNumbers = Math.max(SMALL, 2 * before.largestProgram());
    return neighbours.families().stream()
        .allMatch(
            family ->
                before.isSafe(family.keySet(), changed)
                    || check(neighbours, family, mostNumbers).isSafe());
  }

  private FamilyCheck check(Neighbours neighbours, Map<String, Concept> family, int mostNumbers) {
    CheckStopped.ifInterrupted();
    Union union = new UnionBuilder(family, neighbours.sources(), neighbours.domains()).build();
    return new FamilyCheck(union, rule, new Attained(union.system().size()), mostNumbers, patience);
  }
}
