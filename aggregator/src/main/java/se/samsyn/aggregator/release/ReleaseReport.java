package se.samsyn.aggregator.release;

import java.util.List;
import java.util.Optional;

/**
 * What was checked before a release was made. It holds no figure of a table, so it may be shown.
 *
 * @param against earlier releases and extracts about some of the same records, by name
 * @param figures of the release
 * @param groups how many groups all of them together tell apart
 * @param attacked how many of those needed a linear or integer program
 * @param minimumFrequency the threshold that was checked for
 * @param remedy the change that was picked because something was found
 * @param sealed whether the figures were opened by a sealed collection: its own protocol has told
 *     which groups are safe, the minimum frequency is its k, and no group was attacked
 */
public record ReleaseReport(
    List<String> against,
    int figures,
    int groups,
    int attacked,
    int minimumFrequency,
    Optional<RemedyKind> remedy,
    boolean sealed) {
  public ReleaseReport {
    against = List.copyOf(against);
  }

  /** The same with a remedy picked. */
  public ReleaseReport with(RemedyKind picked) {
    return new ReleaseReport(
        against, figures, groups, attacked, minimumFrequency, Optional.of(picked), sealed);
  }
}
