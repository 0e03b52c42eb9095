package se.samsyn.disclosure.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Releases in memory, found by concept and year; only those that may be about the same records are
 * compared any further. Not for use by several threads at once.
 */
public final class ReleaseIndex implements EarlierReleases {
  private final Map<String, PublishedRelease> releases = new LinkedHashMap<>();
  private final Map<String, Coverage> coverages = new HashMap<>();
  private final Map<String, TreeMap<Integer, Set<String>>> byConceptAndYear = new HashMap<>();

  public static ReleaseIndex of(List<PublishedRelease> releases) {
    ReleaseIndex index = new ReleaseIndex();
    releases.forEach(index::add);
    return index;
  }

  /**
   * @throws IllegalArgumentException if a release of this id is there already: releases are never
   *     changed
   */
  public void add(PublishedRelease release) {
    if (releases.putIfAbsent(release.id(), release) != null) {
      throw new IllegalArgumentException("release " + release.id() + " comes twice");
    }
    Coverage coverage = Coverage.of(release);
    coverages.put(release.id(), coverage);
    coverage.forEachWindow(
        (concept, window) -> {
          for (int year = firstYear(window); year <= lastYear(window); year++) {
            byConceptAndYear
                .computeIfAbsent(concept, c -> new TreeMap<>())
                .computeIfAbsent(year, y -> new LinkedHashSet<>())
                .add(release.id());
          }
        });
  }

  @Override
  public List<PublishedRelease> intersecting(PublishedRelease release) {
    Coverage known = coverages.get(release.id());
    Coverage coverage = known != null ? known : Coverage.of(release);
    Set<String> candidates = new LinkedHashSet<>();
    coverage.forEachWindow(
        (concept, window) ->
            byConceptAndYear
                .getOrDefault(concept, new TreeMap<>())
                .subMap(firstYear(window), true, lastYear(window), true)
                .values()
                .forEach(candidates::addAll));
    candidates.remove(release.id());
    List<PublishedRelease> found = new ArrayList<>();
    for (String id : candidates) {
      if (coverages.get(id).intersects(coverage)) {
        found.add(releases.get(id));
      }
    }
    return found;
  }

  private static int firstYear(Window window) {
    return window.from().getYear();
  }

  private static int lastYear(Window window) {
    return window.until().minusDays(1).getYear();
  }
}
