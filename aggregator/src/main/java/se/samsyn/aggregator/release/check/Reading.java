package se.samsyn.aggregator.release.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.samsyn.aggregator.release.HiddenCell;
import se.samsyn.comparison.Births;
import se.samsyn.comparison.Comparison;
import se.samsyn.comparison.CountedTable;
import se.samsyn.disclosure.release.EarlierReleases;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.ReleaseCheck;
import se.samsyn.disclosure.release.Remedy;
import se.samsyn.disclosure.release.Verdict;
import se.samsyn.disclosure.rule.MinimumFrequency;

/**
 * A new release and all that it overlaps with as an onlooker may read them: with ages by day or by
 * year of birth, with records that all have a class of each dimension or not, and with agencies'
 * records unchanged between collections or not.
 */
final class Reading {
  private final Published.Entry next;
  private final Collection<Published.Entry> beside;
  private final Comparison comparison;
  private final Translation translation;
  private final boolean apart;

  /**
   * @param apart whether each collection's records are taken for records of their own
   */
  private Reading(
      Published.Entry next,
      Collection<Published.Entry> beside,
      Comparison comparison,
      boolean apart) {
    this.next = next;
    this.beside = List.copyOf(beside);
    this.comparison = comparison;
    this.translation = new Translation(comparison);
    this.apart = apart;
  }

  /**
   * All readings that say something. What the figures show to be wrong nobody reads into them: that
   * records are unchanged, or all have classes.
   */
  static List<Reading> all(Published.Entry next, Collection<Published.Entry> beside) {
    List<CountedTable> tables = tables(next, beside);
    List<Reading> all = new ArrayList<>();
    for (Births births : Births.readings(tables)) {
      Comparison open = new Comparison(tables, births);
      Reading same = new Reading(next, beside, open, false);
      boolean apart = same.isOfSeveralCollections() && !same.isPossible();
      Reading usual = apart ? new Reading(next, beside, open, true) : same;
      all.add(usual);
      Comparison complete =
          open.complete(some -> new Reading(next, beside, some, apart).isPossible());
      if (complete != open) {
        all.add(new Reading(next, beside, complete, apart));
      }
    }
    return all;
  }

  /** All tables that these entries show, or hide something of. */
  static List<CountedTable> tables(Published.Entry next, Collection<Published.Entry> beside) {
    return Stream.concat(Stream.of(next), beside.stream())
        .flatMap(
            entry ->
                entry.definitions().stream()
                    .map(d -> new CountedTable(d, entry.collection().manifest().period())))
        .distinct()
        .toList();
  }

  Verdict verdict() {
    return check(Set.of());
  }

  /** Whether the release may be made without these cells. */
  boolean isSafeWithout(Set<HiddenCell> hidden) {
    return check(hidden) instanceof Verdict.Safe;
  }

  private boolean isPossible() {
    return !(verdict() instanceof Verdict.Contradictory);
  }

  /** The cells that a remedy hides. */
  Set<HiddenCell> hidden(Remedy remedy) {
    return translation.hidden(next.figures(), remedy.release());
  }

  InWords words() {
    return new InWords(next.collection().manifest(), comparison);
  }

  private Verdict check(Set<HiddenCell> hidden) {
    Map<String, Integer> collections = new TreeMap<>();
    List<PublishedRelease> versions = new ArrayList<>();
    for (Published.Entry entry : beside) {
      versions.add(translation.published(figures(entry, collections)));
    }
    PublishedRelease candidate = translation.published(figures(next, collections), hidden);
    EarlierReleases earlier =
        release -> versions.stream().filter(v -> !v.id().equals(release.id())).toList();
    return ReleaseCheck.with(new MinimumFrequency(k())).check(earlier, candidate);
  }

  private PublishedFigures figures(Published.Entry entry, Map<String, Integer> collections) {
    PublishedFigures figures = entry.figures();
    if (!apart) {
      return figures;
    }
    String collection = entry.collection().manifest().collection().value();
    int before = collections.computeIfAbsent(collection, c -> collections.size());
    return figures.afterCorrections(before * PublishedFigures.MOST_CORRECTIONS);
  }

  private boolean isOfSeveralCollections() {
    return beside.stream()
        .anyMatch(
            entry ->
                !entry
                    .collection()
                    .manifest()
                    .collection()
                    .equals(next.collection().manifest().collection()));
  }

  /** Where tables ask for different numbers of persons, the most. */
  private int k() {
    return Stream.concat(Stream.of(next), beside.stream())
        .flatMap(entry -> entry.definitions().stream())
        .mapToInt(d -> d.protection().minimumFrequency())
        .max()
        .orElseThrow();
  }
}
