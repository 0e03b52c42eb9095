package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for few figures of a release that make it safe when they are hidden: all that findings are
 * about first, of which as much is shown again as the check lets.
 */
final class Hiding {
  /** So many figures in all may be looked at again; a check of a large release is costly. */
  private static final int LOOKS = 20_000;

  private static final int MOST = 60;
  private static final int FEWEST = 4;

  private final PublishedRelease next;
  private final Predicate<PublishedRelease> isSafe;
  private int checks;

  Hiding(PublishedRelease next, Predicate<PublishedRelease> isSafe) {
    this.next = next;
    this.isSafe = isSafe;
    long figures = Math.max(1, next.figures().count());
    checks = (int) Math.max(FEWEST, Math.min(MOST, LOOKS / figures));
  }

  /**
   * The release with some figures hidden; ratios of what is hidden are left out.
   *
   * @param findings what must not come out
   */
  Optional<PublishedRelease> among(List<Finding> findings) {
    List<Subject> about = findings.stream().flatMap(f -> f.subjects().stream()).toList();
    Set<Subject> hidden = new HashSet<>();
    next.subjects()
        .filter(s -> about.stream().anyMatch(a -> a.extent().intersects(s.extent())))
        .forEach(hidden::add);
    if (hidden.isEmpty() || !isSafeWithout(hidden)) {
      return Optional.empty();
    }
    List<Subject> order = new ArrayList<>(hidden);
    // Large groups are worth most; they are shown again first.
    order.sort(
        Comparator.comparingInt((Subject s) -> s.extent().classes().size())
            .thenComparing(s -> -s.extent().contributions().size())
            .thenComparing(s -> -s.extent().classes().values().stream().mapToInt(Set::size).sum())
            .thenComparing(Subject::concept));
    show(order, hidden);
    return Optional.of(without(hidden));
  }

  private void show(List<Subject> some, Set<Subject> hidden) {
    Set<Subject> fewer = new HashSet<>(hidden);
    some.forEach(fewer::remove);
    if (isSafeWithout(fewer)) {
      some.forEach(hidden::remove);
    } else if (some.size() > 1) {
      show(some.subList(0, some.size() / 2), hidden);
      show(some.subList(some.size() / 2, some.size()), hidden);
    }
  }

  private boolean isSafeWithout(Set<Subject> hidden) {
    return checks-- > 0 && isSafe.test(without(hidden));
  }

  private PublishedRelease without(Set<Subject> hidden) {
    return next.with(
        table ->
            new PublishedTable(
                table.id(),
                table.assurance(),
                table.figures().stream()
                    .map(
                        f ->
                            hidden.contains(f.subject())
                                ? new Figure(f.subject(), Shown.HIDDEN)
                                : f)
                    .toList(),
                table.ratios().stream()
                    .filter(
                        r -> !hidden.contains(r.numerator()) && !hidden.contains(r.denominator()))
                    .toList()));
  }
}
