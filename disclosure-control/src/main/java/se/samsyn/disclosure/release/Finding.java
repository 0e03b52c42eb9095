package se.samsyn.disclosure.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A group of whom readers would learn too much. Tells which group and from where, and never how
 * many.
 *
 * @param subjects the group: these extents together; a group of an odd shape is described by the
 *     smallest extent that holds it
 * @param insider the agency that would learn it by subtracting its own part; empty if everybody
 *     would
 * @param releases the releases, the new one included, without any of which it would not come out;
 *     where much overlaps, few that are enough for it, or all that are about the same records
 */
public record Finding(
    Kind kind, List<Subject> subjects, Optional<String> insider, Set<String> releases) {
  /** What would be learnt. */
  public enum Kind {
    /** A group is certainly of 1..k-1 persons. */
    SMALL_GROUP,
    /** A group that may be of 1..k-1 persons is known to be below k, or to within 1. */
    NARROW_GROUP,
    /** Those in a total but not in its part, or in the one filter but not in the other. */
    REST_OF_GROUP,
    /** A figure that a table hides can be computed. */
    HIDDEN_FIGURE,
    /** An amount of so few persons that it says what each of them has. */
    AMOUNT_OF_FEW,
    /** What a correction changed concerns 1..k-1 persons. */
    CORRECTION
  }

  public Finding {
    subjects = List.copyOf(subjects);
    releases = Set.copyOf(releases);
  }
}
