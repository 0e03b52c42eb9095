package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import se.samsyn.disclosure.rule.MinimumFrequency;

/** Checks the figures of one family of concepts. */
final class FamilyCheck {
  private final Union union;
  private final MinimumFrequency rule;
  private final Attained attained;
  private final Patience patience;
  private final Rows rows;
  private final UnionAttack attack;

  /**
   * @param attained what is known to be possible beside all that is said
   * @param mostNumbers of a program: what takes a larger one is not asked, and not safe
   */
  FamilyCheck(
      Union union, MinimumFrequency rule, Attained attained, int mostNumbers, Patience patience) {
    this.patience = patience;
    this.union = union;
    this.rule = rule;
    this.attained = attained;
    rows = new Rows(union);
    attack = new UnionAttack(union, rule, attained, mostNumbers, patience);
  }

  /**
   * @param broken what the new release would disclose, by number of the union
   * @param ranges how far these numbers are known
   * @param byInsiders joint figures from which an agency could subtract its own part, by number
   * @param groups how many groups are protected
   * @param attacked how many of them took a program
   */
  record Result(
      Map<Integer, Finding.Kind> broken,
      Map<Integer, Range> ranges,
      Map<Integer, Set<String>> byInsiders,
      int groups,
      int attacked) {
    boolean isSafe() {
      return broken.isEmpty() && byInsiders.isEmpty();
    }
  }

  /** Finds out what to hide for this family to be safe. */
  FamilyHiding hiding() {
    return new FamilyHiding(union, rule, attained.copy(), patience);
  }

  /**
   * All that the new release would disclose.
   *
   * @throws Contradiction if the figures cannot all be true
   */
  Result run() {
    return run(Thoroughness.ALL);
  }

  /**
   * Whether nothing would be disclosed: what {@link #run()} asks, but with the questions that are
   * soonest answered first, and no more of them once one is answered with yes or takes too large a
   * program. What cannot all be true is not safe either.
   */
  boolean isSafe() {
    try {
      return run(Thoroughness.ANY).isSafe();
    } catch (Contradiction | TooLarge e) {
      return false;
    }
  }

  /** Whether all figures may be true of the same records. */
  boolean mayBe() {
    try {
      return attack.mayBe(knowledge(table -> true));
    } catch (Contradiction e) {
      return false;
    }
  }

  /** How many numbers the largest program has had so far. */
  int largestProgram() {
    return attack.largest();
  }

  private Result run(Thoroughness thoroughness) {
    if (!union.tellsAnythingNew()) {
      return new Result(Map.of(), Map.of(), Map.of(), 0, 0);
    }
    Knowledge all = knowledge(table -> true);
    Insiders insiders = new Insiders(union, rows, attack);
    Map<Integer, Set<String>> byInsiders =
        thoroughness == Thoroughness.ANY ? insiders.learn(thoroughness) : Map.of();
    if (!byInsiders.isEmpty()) {
      return new Result(Map.of(), Map.of(), byInsiders, 0, 0);
    }
    Provenance provenance = new Provenance(union, all);
    Forgiveness forgiveness = new Forgiveness(union, rows);
    UnionAttack.Result result =
        attack.broken(
            all,
            component -> !provenance.isOneHanded(component),
            (number, range) -> !forgiveness.covers(number, range),
            thoroughness);
    if (thoroughness == Thoroughness.ALL) {
      byInsiders = insiders.learn(thoroughness);
    }
    return new Result(
        result.broken(), result.ranges(), byInsiders, result.groups(), result.attacked());
  }

  /** The findings of a result, in words to be. */
  List<Finding> findings(Result result) {
    List<Finding> findings = new ArrayList<>();
    Reasons reasons = new Reasons(union, rows, attack);
    Set<Finding> seen = new LinkedHashSet<>();
    result
        .broken()
        .forEach(
            (number, kind) ->
                seen.add(
                    new Finding(
                        kind,
                        List.of(union.subject(number)),
                        Optional.empty(),
                        reasons.of(number))));
    findings.addAll(seen);
    result
        .byInsiders()
        .forEach(
            (number, agencies) ->
                agencies.forEach(
                    agency ->
                        findings.add(
                            new Finding(
                                Finding.Kind.REST_OF_GROUP,
                                List.of(union.subject(number)),
                                Optional.of(agency),
                                releasesAbout(number)))));
    return findings;
  }

  /** Releases that cannot be true together, as few as can be told without a program. */
  Set<String> contradictory() {
    Set<String> left = releases();
    for (String release : List.copyOf(left)) {
      Set<String> without = new HashSet<>(left);
      without.remove(release);
      try {
        knowledge(among(without));
      } catch (Contradiction e) {
        left = without;
      }
    }
    return left;
  }

  private Set<String> releasesAbout(int number) {
    return union.statements().stream()
        .filter(statement -> statement.number() == number)
        .map(statement -> union.sources().get(statement.table()).release())
        .collect(Collectors.toSet());
  }

  private Set<String> releases() {
    Set<String> all = new LinkedHashSet<>();
    union.sources().forEach(source -> all.add(source.release()));
    return all;
  }

  private IntPredicate among(Set<String> releases) {
    return table -> releases.contains(union.sources().get(table).release());
  }

  private Knowledge knowledge(IntPredicate tables) {
    return new Knowledge(union, rows, tables);
  }
}
