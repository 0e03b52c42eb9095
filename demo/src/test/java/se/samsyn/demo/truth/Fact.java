package se.samsyn.demo.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.samsyn.demo.world.Child;

/**
 * One record as a definition sees it, worked out by hand from the world.
 *
 * @param classes the class in each dimension, in the definition's order
 * @param counts the ids of the counts that this record counts in
 * @param amounts what it adds to each sum
 */
record Fact(
    Child child,
    LocalDate date,
    List<String> classes,
    Set<String> counts,
    Map<String, Long> amounts) {
  static final Map<String, Long> NO_AMOUNTS = Map.of();
}
