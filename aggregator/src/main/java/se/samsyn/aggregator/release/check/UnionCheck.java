package se.samsyn.aggregator.release.check;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.aggregator.release.RemedyKind;
import se.samsyn.comparison.Comparability;
import se.samsyn.disclosure.release.CheckReport;
import se.samsyn.disclosure.release.Finding;
import se.samsyn.disclosure.release.Remedy;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.schemas.definition.Text;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionManifest;

/**
 * Whether a release may stand beside all that readers have already: releases, withdrawn ones too,
 * and extracts, over some of the same records, in whatever grouping or period. Beside what it
 * cannot be compared with nothing is released.
 */
@Singleton
class UnionCheck {
  private final Published published;
  private final TimeLimit limit;

  UnionCheck(Published published, TimeLimit limit) {
    this.published = published;
    this.limit = limit;
  }

  /** What came of a check. */
  sealed interface Outcome {
    /** It may be released as it is. */
    record Safe(ReleaseReport report) implements Outcome {}

    /** It may not, unless with one of the remedies. */
    record Unsafe(ReleaseReport report, Objections objections) implements Outcome {}

    /** Its figures and these releases' cannot be true of the same records. */
    record Contradictory(Set<String> releases) implements Outcome {}

    /** It overlaps with something that it is not compared with, or with too much. */
    record NotPossible() implements Outcome {}

    /** The check did not end in its time: whether it is safe is not known. */
    record NotDecided() implements Outcome {}
  }

  /**
   * What came of a check, and beside what.
   *
   * @param beside the names of all that it was checked against
   */
  record Checked(Outcome outcome, Set<String> beside) {
    Checked {
      beside = Set.copyOf(beside);
    }
  }

  /**
   * Checks beside what is published now; it can take as long as the {@link TimeLimit}, so nobody
   * should hold the ledger's lock meanwhile.
   *
   * @param name by which the release will be named
   */
  Checked check(String name, StoredCollection collection) {
    Published.Entry next = published.next(name, collection);
    Map<String, Published.Entry> overlapping = overlapping(next);
    return new Checked(check(next, overlapping), overlapping.keySet());
  }

  /**
   * Whether a check still says all there is to say: nothing about the same records has been
   * published since. What is published is never changed, so names are enough.
   */
  boolean stands(Checked checked, String name, StoredCollection collection) {
    return overlapping(published.next(name, collection)).keySet().equals(checked.beside());
  }

  private Outcome check(Published.Entry next, Map<String, Published.Entry> overlapping) {
    if (next.collection().manifest().sealed().isPresent()) {
      return SealedTables.check(next, overlapping.values());
    }
    if (!isComparable(next, overlapping.values())) {
      return new Outcome.NotPossible();
    }
    try {
      return limit
          .within(() -> decide(next, overlapping.values()))
          .orElseGet(Outcome.NotDecided::new);
    } catch (IllegalArgumentException | ArithmeticException e) {
      // The engine says so of what it cannot take apart or add up; what is not checked is not
      // released.
      return new Outcome.NotPossible();
    }
  }

  /** All that hangs together with a release by shared records, over any number of steps. */
  private Map<String, Published.Entry> overlapping(Published.Entry next) {
    Map<String, Published.Entry> found = new LinkedHashMap<>();
    Deque<Published.Entry> queue = new ArrayDeque<>(List.of(next));
    while (!queue.isEmpty()) {
      Published.Entry entry = queue.poll();
      for (Published.Entry other : published.beside(entry)) {
        if (found.putIfAbsent(other.name(), other) == null) {
          queue.add(other);
        }
      }
    }
    return found;
  }

  /**
   * Versions of one collection are tables of the same definitions over the same period. Other
   * groupings and periods are comparable where all that they say of each other can be reckoned, and
   * where the agencies answer for all their tables together: their own figures are shown in both.
   */
  private static boolean isComparable(
      Published.Entry next, Collection<Published.Entry> overlapping) {
    CollectionManifest mine = next.collection().manifest();
    if (overlapping.stream().allMatch(entry -> isVersion(entry, mine))) {
      return true;
    }
    return mine.showsOwnFigures()
        && overlapping.stream().allMatch(e -> e.collection().manifest().showsOwnFigures())
        && Comparability.among(Reading.tables(next, overlapping)).isEmpty();
  }

  private static boolean isVersion(Published.Entry entry, CollectionManifest mine) {
    CollectionManifest other = entry.collection().manifest();
    return other.collection().equals(mine.collection())
        && other.period().equals(mine.period())
        && other.definitions().equals(mine.definitions())
        && mine.definitions().containsAll(entry.definitions());
  }

  /** Safe is what is safe however it is read. */
  private static Outcome decide(Published.Entry next, Collection<Published.Entry> overlapping) {
    List<Reading> readings = new ArrayList<>();
    Map<Reading, Verdict> verdicts = new HashMap<>();
    Set<String> contradictory = Set.of();
    for (Reading reading : Reading.all(next, overlapping)) {
      Verdict verdict = reading.verdictWithout(Set.of());
      if (verdict instanceof Verdict.Contradictory found) {
        // In whole numbers it cannot be true after all: nobody reads it so.
        contradictory = found.releases();
      } else {
        readings.add(reading);
        verdicts.put(reading, verdict);
      }
    }
    if (readings.isEmpty()) {
      return new Outcome.Contradictory(contradictory);
    }
    for (Reading reading : readings) {
      if (verdicts.get(reading) instanceof Verdict.Unsafe unsafe) {
        return unsafe(unsafe, reading, readings);
      }
    }
    return new Outcome.Safe(report(((Verdict.Safe) verdicts.get(readings.get(0))).report()));
  }

  private static Outcome unsafe(Verdict.Unsafe unsafe, Reading reading, List<Reading> readings) {
    InWords words = reading.words();
    List<Objections.Option> options = new ArrayList<>();
    for (Remedy remedy : unsafe.remedies()) {
      safeHowever(reading.hidden(remedy), readings)
          .ifPresent(hidden -> options.add(option(options.size() + 1, remedy, hidden, words)));
    }
    return new Outcome.Unsafe(
        report(unsafe.report()),
        new Objections(
            unsafe.findings().stream().map(f -> objection(f, words)).distinct().toList(), options));
  }

  /** What helps in one reading, and what the others ask for beyond it. */
  private static Optional<Set<HiddenCell>> safeHowever(
      Set<HiddenCell> hidden, List<Reading> readings) {
    if (readings.size() == 1) {
      return Optional.of(hidden);
    }
    Set<HiddenCell> all = new LinkedHashSet<>(hidden);
    boolean more = true;
    while (more) {
      more = false;
      for (Reading reading : readings) {
        if (reading.verdictWithout(all) instanceof Verdict.Unsafe unsafe) {
          boolean found =
              unsafe.remedies().stream().limit(1).anyMatch(r -> all.addAll(reading.hidden(r)));
          if (!found) {
            return Optional.empty();
          }
          more = true;
        }
      }
    }
    return Optional.of(all);
  }

  private static ReleaseReport report(CheckReport report) {
    return new ReleaseReport(
        report.against(),
        report.figures(),
        report.groups(),
        report.attacked(),
        report.minimumFrequency(),
        Optional.empty(),
        false);
  }

  private static Objections.Objection objection(Finding finding, InWords words) {
    return new Objections.Objection(
        finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        finding.subjects().stream().map(words::group).distinct().toList(),
        finding.insider().map(AgencyId::new),
        finding.releases());
  }

  private static Objections.Option option(
      int number, Remedy remedy, Set<HiddenCell> hidden, InWords words) {
    String hash =
        Sha256.of(
                hidden.stream()
                    .map(HiddenCell::toString)
                    .sorted()
                    .reduce("", String::concat)
                    .getBytes(StandardCharsets.UTF_8))
            .hex()
            .substring(0, 8);
    RemedyKind kind;
    Text about;
    if (remedy instanceof Remedy.HideCells) {
      kind = RemedyKind.HIDE_CELLS;
      about = new Text("enstaka celler", "single cells");
    } else if (remedy instanceof Remedy.Coarsen coarsen) {
      kind = RemedyKind.COARSEN;
      about = words.axis(coarsen.axis());
    } else if (remedy instanceof Remedy.PoolPeriods) {
      kind = RemedyKind.POOL_PERIODS;
      about = new Text("perioden", "the period");
    } else {
      kind = RemedyKind.WITHHOLD;
      about = words.tables(((Remedy.Withhold) remedy).tables());
    }
    return new Objections.Option(
        number + "-" + hash, kind, about, (int) Math.floor(remedy.shown() * 100), hidden);
  }
}
