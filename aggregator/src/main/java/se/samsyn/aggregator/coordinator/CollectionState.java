package se.samsyn.aggregator.coordinator;

import java.util.List;
import java.util.Optional;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.release.Release;
import se.samsyn.schemas.message.SealedOutcome;

/**
 * Where a collection is on its way to the readers.
 *
 * @param newest its newest version
 * @param releases all of it, the oldest first
 * @param attempt of a sealed collection how its newest attempt stands
 */
public record CollectionState(
    StoredCollection newest, List<Release> releases, Optional<SealedOutcome.State> attempt) {
  public CollectionState {
    releases = List.copyOf(releases);
  }

  /** The release that readers see, of whichever version. */
  public Optional<Release> shown() {
    return latest().filter(Release::isShown);
  }

  /** Whether the newest version is closed and not what readers see. */
  public boolean isToRelease() {
    return !newest.isOpen()
        && !endedWithNothing()
        && shown().filter(r -> r.manifest().equals(newest.hash())).isEmpty();
  }

  /** Whether the next release corrects one. */
  public boolean isCorrection() {
    return !releases.isEmpty();
  }

  /** The word of the state in the texts. */
  public String word() {
    if (newest.isOpen()) {
      return "open";
    }
    if (endedWithNothing()) {
      return attempt.get().word();
    }
    return latest()
        .filter(r -> r.manifest().equals(newest.hash()))
        .map(r -> r.status().word())
        .orElse("closed");
  }

  private boolean endedWithNothing() {
    return attempt
        .filter(s -> s == SealedOutcome.State.ENDED || s == SealedOutcome.State.VOID)
        .isPresent();
  }

  private Optional<Release> latest() {
    return releases.isEmpty() ? Optional.empty() : Optional.of(releases.get(releases.size() - 1));
  }
}
