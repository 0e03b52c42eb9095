package se.samsyn.aggregator.note;

import java.time.Instant;
import se.samsyn.schemas.message.CollectionId;

/**
 * A note; it is never changed.
 *
 * @param release which figures the group looked at, as {@code id/version}
 * @param about the section of the page, such as {@code received}
 */
public record Note(
    CollectionId collection,
    String release,
    String about,
    Step step,
    String text,
    String author,
    Instant at) {
  /** Longer ones belong in the minutes. */
  public static final int MAX_TEXT = 2000;

  public Note {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a note has 1 to " + MAX_TEXT + " characters");
    }
  }
}
