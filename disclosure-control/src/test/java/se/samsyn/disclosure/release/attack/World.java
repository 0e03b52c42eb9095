package se.samsyn.disclosure.release.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samsyn.disclosure.release.Concept;
import se.samsyn.disclosure.release.Contribution;
import se.samsyn.disclosure.release.Extent;
import se.samsyn.disclosure.release.Figure;
import se.samsyn.disclosure.release.PublishedRelease;
import se.samsyn.disclosure.release.PublishedTable;
import se.samsyn.disclosure.release.Subject;

/** The records behind some releases, which no attacker has. */
record World(List<Entry> entries, Map<String, Concept> concepts) {
  static World of(List<Entry> entries, Concept... concepts) {
    return new World(
        entries, Arrays.stream(concepts).collect(Collectors.toMap(Concept::id, c -> c)));
  }

  /** What is true of a subject. */
  long truth(Subject subject) {
    Concept concept = concepts.get(subject.concept());
    Stream<Entry> some = entries.stream().filter(e -> isIn(e, concept, subject.extent()));
    return concept.kind() == Concept.Kind.AMOUNT
        ? some.mapToLong(e -> times(e, subject.extent()) * e.amounts().get(concept.id())).sum()
        : subject.extent().contributions().stream()
            .mapToLong(
                c ->
                    entries.stream()
                        .filter(e -> isIn(e, concept, subject.extent()) && isOf(e, c))
                        .map(Entry::person)
                        .distinct()
                        .count())
            .sum();
  }

  /** Whether somebody is in it, but no more than k - 1. */
  boolean isOfFew(Subject subject, int k) {
    Concept concept = concepts.get(subject.concept());
    long persons =
        concept.kind() == Concept.Kind.AMOUNT
            ? truth(new Subject(concept.partOf().orElseThrow(), subject.extent()))
            : truth(subject);
    return persons >= 1 && persons < k;
  }

  Figure figure(String concept, Extent extent) {
    return Figure.exact(concept, extent, truth(new Subject(concept, extent)));
  }

  PublishedRelease release(String id, PublishedTable... tables) {
    return new PublishedRelease(id, List.copyOf(concepts.values()), Map.of(), List.of(tables));
  }

  private static boolean isIn(Entry e, Concept concept, Extent extent) {
    return !e.day().isBefore(extent.window().from())
        && e.day().isBefore(extent.window().until())
        && extent.contributions().stream().anyMatch(c -> isOf(e, c))
        && extent.classes().entrySet().stream()
            .allMatch(d -> d.getValue().contains(e.classes().get(d.getKey())))
        && (concept.kind() == Concept.Kind.AMOUNT
            || concept.partOf().isEmpty()
            || e.meets().contains(concept.id()));
  }

  private static long times(Entry e, Extent extent) {
    return extent.contributions().stream().filter(c -> isOf(e, c)).count();
  }

  private static boolean isOf(Entry e, Contribution c) {
    return e.agency().equals(c.agency()) && e.revisions().contains(c.revision());
  }
}
