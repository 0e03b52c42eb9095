package se.samsyn.disclosure.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The new release and all earlier ones that hang together with it: those about some of the same
 * records, those about some of the same records as these, and so on.
 *
 * @param next the new release
 * @param earlier in the order in which they were found
 */
record Neighbours(PublishedRelease next, List<PublishedRelease> earlier) {
  static Neighbours of(EarlierReleases releases, PublishedRelease next) {
    Map<String, PublishedRelease> found = new LinkedHashMap<>();
    Deque<PublishedRelease> queue = new ArrayDeque<>(List.of(next));
    while (!queue.isEmpty()) {
      for (PublishedRelease other : releases.intersecting(queue.poll())) {
        if (other.id().equals(next.id())) {
          throw new IllegalArgumentException(
              "release " + next.id() + " was made already; releases are never changed");
        }
        if (found.putIfAbsent(other.id(), other) == null) {
          queue.add(other);
        }
      }
    }
    return new Neighbours(next, List.copyOf(found.values()));
  }

  Neighbours with(PublishedRelease other) {
    return new Neighbours(other, earlier);
  }

  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    next.tables().forEach(table -> sources.add(new Source(next.id(), table, true)));
    for (PublishedRelease release : earlier) {
      release.tables().forEach(table -> sources.add(new Source(release.id(), table, false)));
    }
    return sources;
  }

  /** The concepts by id, family by family; only families that the new release is about. */
  List<Map<String, Concept>> families() {
    List<PublishedRelease> all = all();
    Families families = Families.of(all);
    Map<String, Concept> concepts = new HashMap<>();
    for (PublishedRelease release : all) {
      for (Concept concept : release.concepts()) {
        Concept known = concepts.putIfAbsent(concept.id(), concept);
        if (known != null && !known.equals(concept)) {
          throw new IllegalArgumentException(
              "release "
                  + release.id()
                  + " means something else by concept "
                  + concept.id()
                  + " than another release; give it an id of its own");
        }
      }
    }
    Set<String> mine = new HashSet<>();
    next.concepts().forEach(concept -> mine.add(families.of(concept.id())));
    List<Map<String, Concept>> some = new ArrayList<>();
    for (String family : mine.stream().sorted().toList()) {
      Map<String, Concept> members = new HashMap<>();
      families.members(family).forEach(id -> members.put(id, concepts.get(id)));
      some.add(members);
    }
    return some;
  }

  Map<String, Set<String>> domains() {
    Map<String, Set<String>> domains = new HashMap<>();
    for (PublishedRelease release : all()) {
      release
          .domains()
          .forEach(
              (d, classes) -> domains.computeIfAbsent(d, x -> new HashSet<>()).addAll(classes));
    }
    return domains;
  }

  private List<PublishedRelease> all() {
    List<PublishedRelease> all = new ArrayList<>(List.of(next));
    all.addAll(earlier);
    return all;
  }
}
