package se.samsyn.aggregator.release.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.schemas.table.Cell;

/**
 * Whether a release may stand beside all that readers have already: releases, withdrawn ones too,
 * and extracts. One over other records than all of these may: a joint table is a function of tables
 * that are safe already. Whatever overlaps is held: without an attack on all of them together
 * nobody knows what they show.
 */
@Singleton
class UnionCheck {
  private final Published published;

  UnionCheck(Published published) {
    this.published = published;
  }

  /** What came of a check. */
  sealed interface Outcome {
    /** It may be released as it is. */
    record Safe(ReleaseReport report) implements Outcome {}

    /** It may not, unless with one of the remedies. */
    record Unsafe(ReleaseReport report, Objections objections) implements Outcome {}

    /** Its figures and these releases' cannot be true of the same records. */
    record Contradictory(Set<String> releases) implements Outcome {}

    /** It overlaps with earlier releases and cannot be checked; then it is not released. */
    record NotPossible() implements Outcome {}
  }

  /**
   * @param name by which the release will be named
   */
  Outcome check(String name, StoredCollection collection) {
    Published.Entry next = published.next(name, collection);
    if (published.all().stream().anyMatch(next::intersects)) {
      return new Outcome.NotPossible();
    }
    int k =
        next.definitions().stream()
            .mapToInt(d -> d.protection().minimumFrequency())
            .max()
            .orElseThrow();
    return new Outcome.Safe(
        new ReleaseReport(List.of(), figures(next.figures()), 0, 0, k, Optional.empty()));
  }

  /** Joint figures and those of each agency. */
  private static int figures(PublishedFigures figures) {
    long count = 0;
    for (PublishedFigures.Table table : figures.tables()) {
      for (List<Cell> column : table.joint().values()) {
        count += (long) column.size() * (1 + table.own().size());
      }
    }
    return Math.toIntExact(count);
  }
}
