package se.samsyn.aggregator.release.check;

import java.util.Collection;
import java.util.Optional;
import se.samsyn.aggregator.release.ReleaseReport;
import se.samsyn.schemas.message.SealedTerms;
import se.samsyn.schemas.table.Cell;

/**
 * Whether the opened totals of a sealed collection may be released. Its own protocol has opened
 * only what is safe for every onlooker, so there is nothing to attack; but it counts on there being
 * no other table over the same records, in whatever form.
 */
final class SealedTables {
  private SealedTables() {}

  /**
   * @param beside all that was published about some of the same records; only the very same totals,
   *     which were withdrawn, may be among it
   */
  static UnionCheck.Outcome check(Published.Entry next, Collection<Published.Entry> beside) {
    if (!beside.stream().allMatch(entry -> isTheSame(entry, next))) {
      return new UnionCheck.Outcome.NotPossible();
    }
    SealedTerms terms = next.collection().manifest().sealed().orElseThrow();
    int figures =
        next.figures().tables().stream()
            .flatMap(table -> table.joint().values().stream())
            .mapToInt(cells -> (int) cells.stream().filter(Cell.Value.class::isInstance).count())
            .sum();
    return new UnionCheck.Outcome.Safe(
        new ReleaseReport(
            beside.stream().map(Published.Entry::name).sorted().toList(),
            figures,
            0,
            0,
            terms.k(),
            Optional.empty(),
            true));
  }

  private static boolean isTheSame(Published.Entry entry, Published.Entry next) {
    return entry.collection().hash().equals(next.collection().hash())
        && entry.definitions().equals(next.definitions());
  }
}
