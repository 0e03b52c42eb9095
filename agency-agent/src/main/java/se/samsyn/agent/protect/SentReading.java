package se.samsyn.agent.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.comparison.Comparison;
import se.samsyn.comparison.CountedTable;
import se.samsyn.comparison.ShownCell;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.EarlierReleases;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.release.Remedy;
import se.samsyn.disclosure.release.Shown;
import se.samsyn.disclosure.release.Subject;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.schemas.definition.MeasureId;
import se.samsyn.schemas.table.Cell;

/** A new table and all that was sent, in one reading of ages; for {@link BesideSent}. */
final class SentReading {
  private static final String AGENCY = "own";

  private final CountedTable next;
  private final List<SentTable> sent;
  private final Comparison open;
  private final ReleaseCheck check;

  /** Per sending, how often records have changed before it for certain. */
  private final List<Integer> revisions = new ArrayList<>();

  /**
   * @param open in which records may have no class of a dimension
   */
  SentReading(CountedTable next, List<SentTable> sent, Comparison open, ReleaseCheck check) {
    this.next = next;
    this.sent = List.copyOf(sent);
    this.open = open;
    this.check = check;
    int revision = 0;
    for (int i = 0; i < sent.size(); i++) {
      revisions.add(revision);
      if (!check.mayBe(earlier(open, i), release(open, i))) {
        revisions.set(i, ++revision);
      }
    }
  }

  /**
   * What to hide of a table, which is nothing if no change helps.
   *
   * @param columns the cells that it shows, by measure
   * @return empty if the table is safe beside what was sent
   */
  Optional<Set<Integer>> objections(Map<MeasureId, List<Cell>> columns) {
    boolean unchanged = mayBe(open, columns, last());
    Optional<Set<Integer>> found = unchanged ? objections(columns, last()) : Optional.empty();
    return found.or(() -> objections(columns, last() + 1));
  }

  /** With the most that can be read into the tables, and with nothing. */
  private Optional<Set<Integer>> objections(Map<MeasureId, List<Cell>> columns, int revision) {
    for (Comparison comparison : open.readings(c -> mayBe(c, columns, revision))) {
      Verdict verdict = verdict(comparison, columns, revision);
      if (verdict instanceof Verdict.Safe && comparison != open) {
        verdict = verdict(open, columns, revision);
      }
      if (verdict instanceof Verdict.Unsafe unsafe) {
        return Optional.of(hidden(unsafe, columns, revision));
      }
      if (verdict instanceof Verdict.Safe) {
        return Optional.empty();
      }
    }
    // Whole numbers show what else did not: that records have changed, or, if so, nothing at all.
    return revision == last() ? Optional.empty() : Optional.of(Set.of());
  }

  private Verdict verdict(Comparison comparison, Map<MeasureId, List<Cell>> columns, int revision) {
    return check.check(
        earlier(comparison, sent.size()), release(comparison, "next", next, columns, revision));
  }

  /** The cells that the change hides which shows most. */
  private Set<Integer> hidden(
      Verdict.Unsafe unsafe, Map<MeasureId, List<Cell>> columns, int revision) {
    Optional<Remedy> best = unsafe.remedies().stream().findFirst();
    if (best.isEmpty() || best.get() instanceof Remedy.Withhold) {
      return Set.of();
    }
    Map<Subject, Shown> before = shown(release(open, "next", next, columns, revision));
    Map<Subject, Shown> left = shown(best.get().release());
    Set<Integer> cells = new HashSet<>();
    open.places(next, contribution(revision))
        .forEach(
            (subject, places) -> {
              Shown was = before.getOrDefault(subject, Shown.HIDDEN);
              if (!was.equals(Shown.HIDDEN) && !was.equals(left.get(subject))) {
                // What does not exist cannot be hidden.
                places.stream()
                    .filter(p -> columns.get(p.measure()).get(p.cell()) instanceof Cell.Value)
                    .forEach(place -> cells.add(place.cell()));
              }
            });
    return cells;
  }

  /** The cells all of whose numbers were shown, if records have not changed. */
  Set<Integer> known(Map<MeasureId, List<Cell>> columns) {
    Map<Subject, Shown> then = shownThen();
    Map<Integer, Integer> numbers = new HashMap<>();
    open.places(next, contribution(last()))
        .forEach(
            (subject, places) -> {
              for (Comparison.Place place : places) {
                Cell cell = columns.get(place.measure()).get(place.cell());
                if (cell instanceof Cell.Value value
                    && Shown.exact(value.value()).equals(then.get(subject))) {
                  numbers.merge(place.cell(), 1, Integer::sum);
                }
              }
            });
    numbers.values().removeIf(known -> known < columns.size());
    return numbers.keySet();
  }

  /** The cells any number of which was hidden, and shown nowhere. */
  Set<Integer> hiddenThen() {
    Map<Subject, Shown> then = shownThen();
    Set<Integer> cells = new HashSet<>();
    open.places(next, contribution(last()))
        .forEach(
            (subject, places) -> {
              if (Shown.HIDDEN.equals(then.get(subject))) {
                places.forEach(place -> cells.add(place.cell()));
              }
            });
    return cells;
  }

  private Map<Subject, Shown> shownThen() {
    Map<Subject, Shown> then = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      shown(release(open, i))
          .forEach(
              (subject, shown) ->
                  then.merge(subject, shown, (a, b) -> b.equals(Shown.HIDDEN) ? a : b));
    }
    return then;
  }

  private int last() {
    return revisions.get(revisions.size() - 1);
  }

  private boolean mayBe(Comparison comparison, Map<MeasureId, List<Cell>> columns, int revision) {
    return check.mayBe(
        earlier(comparison, sent.size()), release(comparison, "next", next, columns, revision));
  }

  /** The first so many sendings. */
  private EarlierReleases earlier(Comparison comparison, int first) {
    List<PublishedRelease> all = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      all.add(release(comparison, i));
    }
    return some -> all.stream().filter(other -> !other.id().equals(some.id())).toList();
  }

  private PublishedRelease release(Comparison comparison, int number) {
    SentTable table = sent.get(number);
    return release(
        comparison,
        "sent-" + number,
        table.counted(),
        table.table().cells(),
        revisions.get(number));
  }

  private static PublishedRelease release(
      Comparison comparison,
      String id,
      CountedTable counted,
      Map<MeasureId, List<Cell>> columns,
      int revision) {
    List<Figure> figures = new ArrayList<>();
    comparison
        .places(counted, contribution(revision))
        .forEach(
            (subject, places) ->
                ShownCell.figure(
                        subject,
                        places.stream().map(p -> columns.get(p.measure()).get(p.cell())).toList())
                    .ifPresent(figures::add));
    return new PublishedRelease(
        id,
        comparison.concepts(counted),
        comparison.domains(),
        List.of(PublishedTable.safeAlone("table", figures)));
  }

  private static Set<Contribution> contribution(int revision) {
    return Set.of(new Contribution(AGENCY, revision));
  }

  private static Map<Subject, Shown> shown(PublishedRelease release) {
    Map<Subject, Shown> shown = new HashMap<>();
    release.figures().forEach(figure -> shown.put(figure.subject(), figure.shown()));
    return shown;
  }
}
