package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks for changes of a release that would make it safe. */
final class Remedies {
  private final PublishedRelease next;
  private final Examination examination;
  private final Set<String> concepts;

  Remedies(Examination examination, List<Finding> findings) {
    this.next = examination.neighbours().next();
    this.examination = examination;
    concepts =
        findings.stream()
            .flatMap(finding -> finding.subjects().stream())
            .map(Subject::concept)
            .collect(Collectors.toSet());
  }

  /**
   * Those that help, the one that shows most first.
   *
   * @param isSafe proves it of a release beside the earlier ones
   */
  List<Remedy> among(Predicate<PublishedRelease> isSafe) {
    List<Remedy> remedies = new ArrayList<>();
    new Hiding(next)
        .among(examination)
        .map(changed -> new Remedy.HideCells(hidden(changed), changed, shown(changed)))
        .ifPresent(remedies::add);
    Set<String> dimensions = new TreeSet<>();
    next.subjects().forEach(s -> dimensions.addAll(s.extent().classes().keySet()));
    List<Axis> axes = new ArrayList<>(dimensions.stream().map(Axis::dimension).toList());
    axes.add(Axis.AGENCIES);
    for (Axis axis : axes) {
      PublishedRelease changed = next.with(table -> coarser(table, axis));
      if (changed.worth() < next.worth() && changed.worth() > 0) {
        remedies.add(new Remedy.Coarsen(axis, changed, shown(changed)));
      }
    }
    PublishedRelease pooled = next.with(table -> coarser(table, Axis.PERIOD));
    if (pooled.worth() < next.worth() && pooled.worth() > 0) {
      Set<Window> kept =
          pooled.subjects().map(s -> s.extent().window()).collect(Collectors.toSet());
      remedies.add(new Remedy.PoolPeriods(kept, pooled, shown(pooled)));
    }
    List<String> concerned =
        next.tables().stream().filter(this::isConcerned).map(PublishedTable::id).toList();
    PublishedRelease withheld =
        new PublishedRelease(
            next.id(),
            next.concepts(),
            next.domains(),
            next.tables().stream().filter(table -> !concerned.contains(table.id())).toList());
    remedies.add(new Remedy.Withhold(concerned, withheld, shown(withheld)));
    return remedies.stream()
        .filter(remedy -> isSafe.test(remedy.release()))
        .sorted(Comparator.comparingDouble(Remedy::shown).reversed())
        .toList();
  }

  /** Whether it is about anything that the findings are about. */
  private boolean isConcerned(PublishedTable table) {
    return table.subjects().anyMatch(subject -> concepts.contains(subject.concept()));
  }

  /** The figures that are shown and would not be. */
  private List<Subject> hidden(PublishedRelease changed) {
    Set<Figure> left = changed.figures().collect(Collectors.toSet());
    return next.figures().filter(f -> !left.contains(f)).map(Figure::subject).distinct().toList();
  }

  private double shown(PublishedRelease changed) {
    return next.worth() == 0 ? 0 : changed.worth() / next.worth();
  }

  /** Without the finest sets of an axis, where there are larger ones. */
  private PublishedTable coarser(PublishedTable table, Axis axis) {
    if (!isConcerned(table)) {
      return table;
    }
    Set<Set<?>> sets = new HashSet<>();
    table.subjects().forEach(s -> sets.add(set(s.extent(), axis)));
    Set<Set<?>> finest =
        sets.stream()
            .filter(s -> sets.stream().noneMatch(o -> isLarger(s, o)))
            .filter(s -> sets.stream().anyMatch(o -> isLarger(o, s)))
            .collect(Collectors.toSet());
    Predicate<Subject> stays = subject -> !finest.contains(set(subject.extent(), axis));
    return new PublishedTable(
        table.id(),
        table.assurance(),
        table.figures().stream().filter(f -> stays.test(f.subject())).toList(),
        table.ratios().stream()
            .filter(r -> stays.test(r.numerator()) && stays.test(r.denominator()))
            .toList());
  }

  /** The empty set stands for all of a dimension. */
  private static Set<?> set(Extent extent, Axis axis) {
    if (axis instanceof Axis.Dimension dimension) {
      return extent.classes().getOrDefault(dimension.id(), Set.of());
    }
    return axis instanceof Axis.Period ? Set.of(extent.window()) : extent.contributions();
  }

  private static boolean isLarger(Set<?> larger, Set<?> smaller) {
    if (larger.equals(smaller)) {
      return false;
    }
    if (larger.isEmpty() || smaller.isEmpty()) {
      return larger.isEmpty();
    }
    if (larger.iterator().next() instanceof Window outer
        && smaller.iterator().next() instanceof Window inner) {
      return outer.contains(inner);
    }
    return larger.containsAll(smaller);
  }
}
