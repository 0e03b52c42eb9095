package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * Looks for few figures of the new release, all of one family of concepts, without which nothing is
 * disclosed: those nearest to what is, then what it takes beside, of which as much is shown again
 * as the check lets. The union of the tables is kept: what is hidden changes only what is said of
 * its numbers.
 */
final class FamilyHiding {
  /** So often more is hidden. */
  private static final int ROUNDS = 12;

  /** So many programs propose what to hide in a large union, and more in a small one. */
  private static final int PROGRAMS = 40;

  private static final int MOST_PROGRAMS = 300;
  private static final int NUMBERS = 2_000_000;

  /** So many figures in all may be looked at again when some are to be shown after all. */
  private static final int LOOKS = 600_000;

  private static final int FEWEST = 6;
  private static final int MOST = 60;

  /** Large groups are worth most: they are hidden last, and shown again first. */
  private static final Comparator<Subject> LARGEST_FIRST =
      Comparator.comparingInt((Subject s) -> s.extent().classes().size())
          .thenComparing(s -> -s.extent().contributions().size())
          .thenComparing(s -> -s.extent().classes().values().stream().mapToInt(Set::size).sum())
          .thenComparing(Subject::concept);

  private final Union union;
  private final MinimumFrequency rule;
  private final Attained attained;
  private final Patience patience;
  private final Map<Integer, Set<Subject>> subjects = new HashMap<>();
  private int programs;
  private int checks;

  /**
   * @param attained what is known to be possible beside the new release as it is
   */
  FamilyHiding(Union union, MinimumFrequency rule, Attained attained, Patience patience) {
    this.patience = patience;
    this.union = union;
    this.rule = rule;
    this.attained = attained;
    for (Statement statement : union.statements()) {
      if (union.sources().get(statement.table()).isNew() && !statement.isHidden()) {
        subjects.computeIfAbsent(statement.number(), n -> new HashSet<>()).add(statement.subject());
      }
    }
    int numbers = Math.max(1, union.system().size());
    programs = Math.max(PROGRAMS, Math.min(MOST_PROGRAMS, NUMBERS / numbers));
    int figures = Math.max(1, union.statements().size());
    checks = Math.max(FEWEST, Math.min(MOST, LOOKS / figures));
  }

  /**
   * What to hide; empty if nothing is found that does.
   *
   * @param result what the new release discloses as it is
   */
  Optional<Set<Subject>> subjects(FamilyCheck.Result result) {
    try {
      Optional<Set<Subject>> hidden = near(result).or(() -> around(result));
      hidden.ifPresent(this::showAgain);
      return hidden;
    } catch (Contradiction e) {
      // Not all that is known can be true of whole numbers: no change of this release helps.
      return Optional.empty();
    }
  }

  private Optional<Set<Subject>> near(FamilyCheck.Result result) {
    Set<Subject> hidden = new LinkedHashSet<>();
    FamilyCheck.Result left = result;
    // More and more is hidden, so what was shown to be possible once stays so.
    Attained possible = attained.copy();
    for (int round = 0; round < ROUNDS; round++) {
      if (left.isSafe()) {
        return Optional.of(hidden);
      }
      Union without = union.hiding(hidden);
      if (!hideMore(without, left, round, hidden) && !hideSmallest(left, hidden)) {
        return Optional.empty();
      }
      left = check(hidden, possible).run();
    }
    return Optional.empty();
  }

  /** Hides what keeps the broken numbers from being large enough; whether that is anything new. */
  private boolean hideMore(
      Union without, FamilyCheck.Result result, int round, Set<Subject> hidden) {
    int before = hidden.size();
    result.byInsiders().keySet().forEach(number -> hide(number, hidden));
    Rows rows = new Rows(without);
    Knowledge all = new Knowledge(without, rows, table -> true);
    Knowledge earlier =
        new Knowledge(without, rows, table -> !without.sources().get(table).isNew());
    NearestTable nearest = new NearestTable(without, rows, all, earlier);
    Criterion criterion = new Criterion(without, rule);
    Set<Integer> free = new HashSet<>();
    for (int number : result.broken().keySet()) {
      // What did not do asks for a little more each time.
      long needed = criterion.sufficient(number, result.ranges().get(number)) + round;
      if (!nearest.isReached(number, needed) && programs-- > 0) {
        CheckStopped.ifInterrupted();
        // What no table near it has is perhaps open once the others are hidden.
        nearest.differing(number, needed, free).ifPresent(free::addAll);
      }
    }
    free.forEach(number -> hide(number, hidden));
    return hidden.size() > before;
  }

  /** Where no table near is found: hides the smallest figure about what is broken. */
  private boolean hideSmallest(FamilyCheck.Result result, Set<Subject> hidden) {
    int before = hidden.size();
    Set<Subject> left = new LinkedHashSet<>();
    subjects.values().forEach(left::addAll);
    left.removeAll(hidden);
    for (int number : result.broken().keySet()) {
      Extent extent = union.subject(number).extent();
      left.stream()
          .filter(subject -> subject.extent().intersects(extent))
          .min(LARGEST_FIRST.reversed())
          .ifPresent(hidden::add);
    }
    return hidden.size() > before;
  }

  private void hide(int number, Set<Subject> hidden) {
    hidden.addAll(subjects.getOrDefault(number, Set.of()));
  }

  /** All figures that share records with what is disclosed. */
  private Optional<Set<Subject>> around(FamilyCheck.Result result) {
    Set<Extent> about = new HashSet<>();
    result.broken().keySet().forEach(number -> about.add(union.subject(number).extent()));
    result.byInsiders().keySet().forEach(number -> about.add(union.subject(number).extent()));
    Set<Subject> hidden = new LinkedHashSet<>();
    Stream.concat(
            subjects.values().stream().flatMap(Set::stream),
            union.ratios().stream()
                .filter(ratio -> union.sources().get(ratio.table()).isNew())
                .flatMap(r -> Stream.of(r.ratio().numerator(), r.ratio().denominator())))
        .filter(s -> about.stream().anyMatch(extent -> extent.intersects(s.extent())))
        .forEach(hidden::add);
    return isSafeWithout(hidden) ? Optional.of(hidden) : Optional.empty();
  }

  private void showAgain(Set<Subject> hidden) {
    List<Subject> order = new ArrayList<>(hidden);
    order.sort(LARGEST_FIRST);
    showAgain(order, hidden);
  }

  private void showAgain(List<Subject> some, Set<Subject> hidden) {
    Set<Subject> fewer = new HashSet<>(hidden);
    some.forEach(fewer::remove);
    if (!fewer.isEmpty() && checks-- > 0 && isSafeWithout(fewer)) {
      some.forEach(hidden::remove);
    } else if (some.size() > 1 && checks > 0) {
      showAgain(some.subList(0, some.size() / 2), hidden);
      showAgain(some.subList(some.size() / 2, some.size()), hidden);
    }
  }

  private boolean isSafeWithout(Set<Subject> hidden) {
    return check(hidden, attained.copy()).isSafe();
  }

  private FamilyCheck check(Set<Subject> hidden, Attained possible) {
    return new FamilyCheck(union.hiding(hidden), rule, possible, Integer.MAX_VALUE, patience);
  }
}
