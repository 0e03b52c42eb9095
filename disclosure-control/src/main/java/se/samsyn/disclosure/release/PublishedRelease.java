package se.samsyn.disclosure.release;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A release, or an extract that was handed out: everything that readers have from one occasion.
 *
 * @param id by which findings name it
 * @param concepts all that its figures are about, and what those are parts of
 * @param domains per dimension all its finest classes, where a record always has one of them (or,
 *     along an overlapping dimension, at least one); a dimension that is missing here may have
 *     classes that no table shows
 */
public record PublishedRelease(
    String id,
    List<Concept> concepts,
    Map<String, Set<String>> domains,
    List<PublishedTable> tables) {
  public PublishedRelease {
    Objects.requireNonNull(id, "id");
    concepts = List.copyOf(concepts);
    domains = Map.copyOf(domains);
    tables = List.copyOf(tables);
    Set<String> known = concepts.stream().map(Concept::id).collect(Collectors.toSet());
    for (Concept concept : concepts) {
      if (concept.partOf().isPresent() && !known.contains(concept.partOf().get())) {
        throw new IllegalArgumentException(
            "release " + id + ": concept " + concept.id() + " is part of one that is not told");
      }
    }
    Set<String> tableIds = new HashSet<>();
    for (PublishedTable table : tables) {
      if (!tableIds.add(table.id())) {
        throw new IllegalArgumentException(
            "release " + id + ": table " + table.id() + " comes twice");
      }
      table
          .subjects()
          .filter(subject -> !known.contains(subject.concept()))
          .findAny()
          .ifPresent(
              subject -> {
                throw new IllegalArgumentException(
                    "release " + id + ": concept " + subject.concept() + " is not told");
              });
    }
  }

  public Stream<Figure> figures() {
    return tables.stream().flatMap(table -> table.figures().stream());
  }

  Stream<Subject> subjects() {
    return tables.stream().flatMap(PublishedTable::subjects);
  }

  /** As this, with each table changed. */
  PublishedRelease with(UnaryOperator<PublishedTable> change) {
    return new PublishedRelease(id, concepts, domains, tables.stream().map(change).toList());
  }

  /**
   * What it is worth to a reader: one for each figure and ratio, half for bounds, nothing if
   * hidden.
   */
  public double worth() {
    return figures().mapToDouble(figure -> figure.shown().worth()).sum()
        + tables.stream().mapToInt(table -> table.ratios().size()).sum();
  }
}
