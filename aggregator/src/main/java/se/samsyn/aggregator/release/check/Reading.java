package se.samsyn.aggregator.release.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import se.samsyn.schemas.message.CollectionId;

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
  private final Function<Published.Entry, PublishedFigures> read;
  private final boolean apart;

  /**
   * @param read the figures of an entry
   * @param apart whether each collection's records are taken for records of their own
   */
  private Reading(
      Published.Entry next,
      Collection<Published.Entry> beside,
      Function<Published.Entry, PublishedFigures> read,
      Comparison comparison,
      boolean apart) {
    this.next = next;
    this.beside = List.copyOf(beside);
    this.read = read;
    this.comparison = comparison;
    this.translation = new Translation(comparison);
    this.apart = apart;
  }

  /**
   * The readings that may be true and take most, and those that take nothing. What the figures show
   * to be wrong nobody reads into them: that records are unchanged, or all have classes.
   */
  static List<Reading> all(Published.Entry next, Collection<Published.Entry> beside) {
    List<CountedTable> tables = tables(next, beside);
    // Each is read once, however many readings there are.
    Map<String, PublishedFigures> figures = new HashMap<>();
    Function<Published.Entry, PublishedFigures> read =
        entry -> figures.computeIfAbsent(entry.name(), name -> entry.figures());
    List<Reading> all = new ArrayList<>();
    for (Births births : Births.readings(tables)) {
      Comparison open = new Comparison(tables, births);
      boolean apart =
          isOfSeveralCollections(next, beside)
              && !new Reading(next, beside, read, open, false).mayBe();
      List<Comparison> readings =
          open.readings(some -> new Reading(next, beside, read, some, apart).mayBe());
      // What takes most and what takes nothing: the others lie between.
      Stream.of(readings.get(0), open)
          .distinct()
          .forEach(some -> all.add(new Reading(next, beside, read, some, apart)));
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

  /** Of the release without some cells. */
  Verdict verdictWithout(Set<HiddenCell> hidden) {
    return check().check(earlier(), candidate(hidden));
  }

  private boolean mayBe() {
    return check().mayBe(earlier(), candidate(Set.of()));
  }

  /** The cells that a remedy hides. */
  Set<HiddenCell> hidden(Remedy remedy) {
    return translation.hidden(read.apply(next), remedy.release());
  }

  InWords words() {
    return new InWords(next.collection().manifest(), comparison);
  }

  /** Tables in other groupings and periods hang together more widely than versions of one. */
  private ReleaseCheck check() {
    MinimumFrequency rule = new MinimumFrequency(k());
    return tables(next, beside).size() > next.definitions().size()
        ? ReleaseCheck.patient(rule)
        : ReleaseCheck.with(rule);
  }

  private PublishedRelease candidate(Set<HiddenCell> hidden) {
    return translation.published(figures(next), hidden);
  }

  private EarlierReleases earlier() {
    List<PublishedRelease> versions =
        beside.stream().map(entry -> translation.published(figures(entry))).toList();
    return release -> versions.stream().filter(v -> !v.id().equals(release.id())).toList();
  }

  private PublishedFigures figures(Published.Entry entry) {
    if (!apart) {
      return read.apply(entry);
    }
    int before = collections(next, beside).indexOf(entry.collection().manifest().collection());
    return read.apply(entry).afterCorrections(before * PublishedFigures.MOST_CORRECTIONS);
  }

  private static boolean isOfSeveralCollections(
      Published.Entry next, Collection<Published.Entry> beside) {
    return collections(next, beside).size() > 1;
  }

  private static List<CollectionId> collections(
      Published.Entry next, Collection<Published.Entry> beside) {
    return Stream.concat(beside.stream(), Stream.of(next))
        .map(entry -> entry.collection().manifest().collection())
        .distinct()
        .toList();
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
