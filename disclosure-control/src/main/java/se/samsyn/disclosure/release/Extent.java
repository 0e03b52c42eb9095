package se.samsyn.disclosure.release;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record set: the records of some agencies that fall into a window and into some classes.
 *
 * @param contributions whose; not empty
 * @param classes per dimension the finest classes that are in it, such as single years of age; a
 *     dimension that is not named is not restricted
 */
public record Extent(
    Set<Contribution> contributions, Window window, Map<String, Set<String>> classes) {
  public Extent {
    contributions = Set.copyOf(contributions);
    Objects.requireNonNull(window, "window");
    classes =
        classes.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    if (contributions.isEmpty() || classes.values().stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("an extent needs an agency, and a class per dimension");
    }
  }

  /** Whether a record may be in both. Two revisions of a delivery are about the same records. */
  public boolean intersects(Extent other) {
    return window.intersects(other.window)
        && contributions.stream()
            .anyMatch(
                c -> other.contributions.stream().anyMatch(o -> c.agency().equals(o.agency())))
        && classes.entrySet().stream()
            .allMatch(
                e ->
                    !other.classes.containsKey(e.getKey())
                        || other.classes.get(e.getKey()).stream().anyMatch(e.getValue()::contains));
  }
}
