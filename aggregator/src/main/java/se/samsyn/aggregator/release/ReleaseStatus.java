package se.samsyn.aggregator.release;

import java.util.Locale;

/** What a release is to its readers. It goes from the first to the last, and never back. */
public enum ReleaseStatus {
  /** Shown; it may still be corrected. */
  PROVISIONAL,
  /** Shown; no correction is expected. */
  FINAL,
  /** No longer shown, for a reason that is. Whoever has read it keeps what was read. */
  WITHDRAWN;

  /** The word in the database, the texts and the commands. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReleaseStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
