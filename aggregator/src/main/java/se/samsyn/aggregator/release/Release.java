package se.samsyn.aggregator.release;

import java.time.Instant;
import java.util.List;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.message.CollectionId;

/**
 * One version of the figures that readers see of a collection.
 *
 * @param version 1, and one more for each correction
 * @param manifest the closed version of the collection whose joint tables it shows
 * @param lines of the ledger about it, in order; never empty
 */
public record Release(
    CollectionId collection, int version, Sha256 manifest, ReleaseReport report, List<Line> lines) {
  public Release {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a release has a line in the ledger");
    }
  }

  /**
   * A line of the ledger.
   *
   * @param number counts all lines of the ledger, from 1
   * @param actor an account, or the command line
   * @param note what readers are told; may be empty
   */
  public record Line(long number, ReleaseStatus status, Instant at, String actor, String note) {}

  /** What it is now. */
  public ReleaseStatus status() {
    return latest().status();
  }

  /** When readers first saw it. */
  public Instant date() {
    return lines.get(0).at();
  }

  /** What it corrects; empty for a first release, and where nobody said. */
  public String note() {
    return lines.get(0).note();
  }

  /** Since when it is what it is now, who decided, and the reason that readers are told. */
  public Line latest() {
    return lines.get(lines.size() - 1);
  }

  public boolean isCorrection() {
    return version > 1;
  }

  public boolean isShown() {
    return status() != ReleaseStatus.WITHDRAWN;
  }

  /** How people name it: {@code id/version}. */
  public String name() {
    return collection + "/" + version;
  }
}
