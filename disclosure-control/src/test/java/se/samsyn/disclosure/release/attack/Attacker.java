package se.samsyn.disclosure.release.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.Subject;

/**
 * Has published figures and definitions, and perhaps the records of an agency, and looks for small
 * groups that they leave too narrow. Written without the check that it attacks.
 */
final class Attacker {
  /** What nobody takes a figure to be above. */
  private static final long FAR = 2_000;

  private final Numbers numbers;
  private final List<PublishedRelease> known;
  private final Optional<String> insider;
  private final int k;

  Attacker(Numbers numbers, List<PublishedRelease> known, Optional<String> insider, int k) {
    this.numbers = numbers;
    this.known = known;
    this.insider = insider;
    this.k = k;
  }

  /** Something that the protection is for: a number of few persons, or what they have together. */
  record Target(String name, Map<Integer, Long> sum, About about) {}

  /** What a target is; a change may be below zero. */
  enum About {
    PERSONS,
    AMOUNT,
    CHANGE
  }

  /** The small groups that the numbers holds, whoever knows what. */
  List<Target> targets() {
    Map<String, Target> targets = new LinkedHashMap<>();
    for (Contribution c : numbers.contributions()) {
      for (int g = 0; g < numbers.groups(); g++) {
        for (int layer = 0; layer < numbers.layers().size(); layer++) {
          String name = c + " group " + g + " layer " + layer;
          Map<Integer, Long> sum = numbers.sum(c, g, layer);
          add(targets, name, sum, layer, persons(c, g, layer));
          for (int part = 0; part < numbers.layers().size(); part++) {
            if (numbers.concept(layer).kind() == Concept.Kind.PERSONS
                && numbers.concept(part).kind() == Concept.Kind.PERSONS
                && numbers.isWithin(part, layer)) {
              add(
                  targets,
                  name + " without " + part,
                  minus(sum, numbers.sum(c, g, part)),
                  layer,
                  sum);
            }
          }
        }
      }
    }
    known.stream()
        .flatMap(Numbers::subjects)
        .distinct()
        .forEach(subject -> addFigure(targets, subject));
    return List.copyOf(targets.values());
  }

  private void addFigure(Map<String, Target> targets, Subject subject) {
    add(targets, subject, subject.extent());
    insider.ifPresent(
        agency -> {
          Set<Contribution> others =
              subject.extent().contributions().stream()
                  .filter(c -> !c.agency().equals(agency))
                  .collect(Collectors.toSet());
          if (!others.isEmpty()) {
            add(targets, subject, with(subject.extent(), others));
          }
        });
    for (Contribution now : subject.extent().contributions()) {
      for (Contribution then : numbers.contributions()) {
        if (then.agency().equals(now.agency()) && then.revision() != now.revision()) {
          addChange(targets, subject, now, then);
        }
      }
    }
  }

  private void add(Map<String, Target> targets, Subject subject, Extent extent) {
    Subject of = new Subject(subject.concept(), extent);
    Map<Integer, Long> sum = numbers.sum(of);
    int layer = numbers.layers().stream().map(Subject::concept).toList().indexOf(subject.concept());
    Map<Integer, Long> persons =
        numbers.concept(layer).kind() == Concept.Kind.AMOUNT ? personsOf(of) : sum;
    add(targets, of.toString(), sum, layer, persons);
  }

  private Map<Integer, Long> personsOf(Subject amount) {
    for (int layer = 0; layer < numbers.layers().size(); layer++) {
      if (numbers.layers().get(layer).concept().equals(amount.concept())
          && numbers.personsOf(layer) >= 0) {
        return numbers.sum(
            new Subject(numbers.concept(layer).partOf().orElseThrow(), amount.extent()));
      }
    }
    return Map.of();
  }

  private Map<Integer, Long> persons(Contribution c, int group, int layer) {
    if (numbers.concept(layer).kind() != Concept.Kind.AMOUNT) {
      return numbers.sum(c, group, layer);
    }
    int persons = numbers.personsOf(layer);
    return persons < 0 ? Map.of() : numbers.sum(c, group, persons);
  }

  private void addChange(
      Map<String, Target> targets, Subject subject, Contribution now, Contribution then) {
    Map<Integer, Long> after =
        numbers.sum(new Subject(subject.concept(), with(subject.extent(), Set.of(now))));
    Map<Integer, Long> before =
        numbers.sum(new Subject(subject.concept(), with(subject.extent(), Set.of(then))));
    Map<Integer, Long> change = minus(after, before);
    Map<Integer, Long> sum = numbers.truth(change) < 0 ? minus(before, after) : change;
    boolean isSmall = numbers.truth(sum) >= 1 && numbers.truth(sum) < k;
    if (isSmall && !subject.concept().equals("cost")) {
      String name = "change of " + subject + " from " + then + " to " + now;
      targets.put(name, new Target(name, sum, About.CHANGE));
    }
  }

  private static Extent with(Extent extent, Set<Contribution> contributions) {
    return new Extent(contributions, extent.window(), extent.classes());
  }

  private void add(
      Map<String, Target> targets,
      String name,
      Map<Integer, Long> sum,
      int layer,
      Map<Integer, Long> persons) {
    boolean isAmount = numbers.concept(layer).kind() == Concept.Kind.AMOUNT;
    long count = numbers.truth(isAmount ? persons : sum);
    if (count >= 1 && count < k && numbers.truth(sum) > 0 && !isOwn(sum)) {
      targets.put(name, new Target(name, sum, isAmount ? About.AMOUNT : About.PERSONS));
    }
  }

  private boolean isOwn(Map<Integer, Long> sum) {
    return insider.isPresent() && numbers.own(insider.get()).containsAll(sum.keySet());
  }

  private static Map<Integer, Long> minus(Map<Integer, Long> whole, Map<Integer, Long> part) {
    Map<Integer, Long> rest = new HashMap<>(whole);
    part.forEach((number, times) -> rest.merge(number, -times, Long::sum));
    rest.values().removeIf(times -> times == 0);
    return rest;
  }

  /** Which of these the attacker narrows below the protection. */
  Set<Target> narrowed(List<Target> targets) {
    Program program = program();
    return targets.stream()
        .filter(target -> isNarrowed(program, target))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isNarrowed(Program program, Target target) {
    long truth = numbers.truth(target.sum());
    Map<Integer, Long> sum = target.sum();
    if (target.about() == About.AMOUNT) {
      return range(target).width() < Math.max(2, truth / 2 + truth % 2);
    }
    boolean mayBeMany =
        program.isPossible(sum, k, FAR)
            || target.about() == About.CHANGE && program.isPossible(sum, -FAR, -k);
    return !mayBeMany
        || k - truth < 2
            && !program.isPossible(sum, k + 1, FAR)
            && !program.isPossible(sum, -FAR, truth - 1);
  }

  /** Whether the linear program suffices to see that a group is small. */
  boolean isSeenInReals(Target target) {
    return target.about() == About.PERSONS && !program().isPossibleInReals(target.sum(), k, FAR);
  }

  /** The least and the greatest whole number. */
  record Bounds(long lower, long upper) {
    long width() {
      return upper - lower;
    }
  }

  Bounds range(Target target) {
    Program program = program();
    return new Bounds(program.extreme(target.sum(), false), program.extreme(target.sum(), true));
  }

  private Program program() {
    Set<Integer> own = insider.map(numbers::own).orElse(Set.of());
    long[] lower = new long[numbers.size()];
    long[] upper = new long[numbers.size()];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = own.contains(i) ? numbers.truth(i) : 0;
      upper[i] = own.contains(i) ? numbers.truth(i) : FAR;
    }
    List<Row> rows = new ArrayList<>();
    for (PublishedRelease release : known) {
      Numbers.figures(release).forEach(figure -> rows.add(Row.of(numbers, figure)));
      Numbers.ratios(release).forEach(ratio -> rows.addAll(Row.of(numbers, ratio)));
    }
    numbers.forEachAmount((amount, persons) -> rows.add(Row.amount(amount, persons, FAR)));
    if (!rows.stream().allMatch(row -> row.holds(numbers))) {
      throw new AssertionError("the attacker's program excludes the truth");
    }
    return new Program(lower, upper, rows);
  }
}
