package se.samsyn.disclosure.release;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is counted or summed up, whatever table it stands in. Figures of one concept over the same
 * records are the same number; so an id must name the input table, the date that places a record,
 * the unit and the filter, but no period, agency or class.
 *
 * @param partOf for a filtered count the concept that it is a part of, and for an amount the count
 *     of the persons that it is summed up over; empty if there is none
 * @param overlapping along which a person may have several classes, so that parts do not add up:
 *     max(parts) &lt;= total &lt;= sum(parts). Never the agencies: joint figures are sums over
 *     agencies.
 */
public record Concept(String id, Kind kind, Optional<String> partOf, Set<Axis> overlapping) {
  /** What the protection asks for. */
  public enum Kind {
    /** Distinct persons: groups of 1..k-1 are protected. */
    PERSONS,
    /** A sum over persons: protected where it may be the sum of 1..k-1 of them. */
    AMOUNT,
    /** Neither: only what a table hides is protected. */
    EVENTS
  }

  public Concept {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(partOf, "partOf");
    overlapping = Set.copyOf(overlapping);
    if (overlapping.contains(Axis.AGENCIES) || (kind != Kind.PERSONS && !overlapping.isEmpty())) {
      throw new IllegalArgumentException(
          "concept " + id + ": only counts of persons overlap, and never along the agencies");
    }
  }

  /** Distinct persons each of whom has one class of everything. */
  public static Concept persons(String id) {
    return new Concept(id, Kind.PERSONS, Optional.empty(), Set.of());
  }

  /** As {@link #persons(String)}, but along these a person may have several classes. */
  public static Concept personsOverlapping(String id, Set<Axis> overlapping) {
    return new Concept(id, Kind.PERSONS, Optional.empty(), overlapping);
  }

  /** Persons that a filter picks from another concept; overlapping along the same axes. */
  public static Concept filtered(String id, Concept base) {
    return new Concept(id, Kind.PERSONS, Optional.of(base.id()), base.overlapping());
  }

  /** A sum over the persons of another concept. */
  public static Concept amount(String id, Concept persons) {
    return new Concept(id, Kind.AMOUNT, Optional.of(persons.id()), Set.of());
  }

  boolean overlapsAlong(Axis axis) {
    return overlapping.contains(axis);
  }
}
