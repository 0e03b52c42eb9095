package se.samsyn.aggregator.problem;

import java.util.List;
import java.util.Locale;

/** What the coordinator asked for cannot be done; nothing was changed. */
public final class ActionRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as a closed list; the texts of the command line have a sentence for each. */
  public enum Why {
    /** The agency already has a key here. */
    AGENCY_ENROLLED,
    /** A participant has not enrolled. */
    AGENCY_UNKNOWN,
    /** An id, a period or a date does not have its form. */
    BAD_VALUE,
    /** The catalogue lacks a definition. */
    DEFINITION_UNKNOWN,
    /** That version of a definition is there, and a version never changes. */
    DEFINITION_EXISTS,
    /** The definitions cannot stand together in one manifest. */
    MANIFEST_NOT_POSSIBLE,
    /**
     * Own figures are not to be shown, and of so few agencies each joint figure would show them.
     */
    TOO_FEW_RESPONDENTS,
    /** Another collection gathers the same records from the same agency. */
    SAME_RECORDS,
    /** The collection is still open; close it before it gets a new version. */
    COLLECTION_OPEN,
    /** There is no such collection. */
    COLLECTION_UNKNOWN,
    /** It is closed already. */
    COLLECTION_CLOSED,
    /** An agency has not delivered everything and is not named with {@code --without}. */
    AGENCY_MISSING,
    /** An agency is named with {@code --without} that has delivered everything. */
    AGENCY_DELIVERED,
    /** An agency is named that does not take part. */
    AGENCY_NOT_PARTICIPANT,
    /** There is an account of that name. */
    ACCOUNT_EXISTS,
    /** The collection is still open: only a closed one is released. */
    COLLECTION_NOT_CLOSED,
    /** Its latest version is released, and not less finally than was asked for. */
    ALREADY_RELEASED,
    /** Nothing of it is released. */
    NOT_RELEASED,
    /** A correction or a withdrawal says why, in at most 500 characters. */
    NOTE_MISSING,
    /** The check offered no remedy of that number. */
    REMEDY_UNKNOWN,
    /** Its figures and released ones cannot be true of the same records. */
    RELEASE_CONTRADICTORY,
    /** Too much overlaps to be checked; what is not checked is not released. */
    RELEASE_NOT_CHECKED,
    /** The check did not come to an end in its time; what is not decided is not released. */
    RELEASE_NOT_DECIDED;

    /** The word in the texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Why why;
  private final transient List<Object> about;

  /**
   * @param about what the sentence names: agencies, ids; never a figure of a table
   */
  public ActionRefused(Why why, Object... about) {
    super(why.word());
    this.why = why;
    this.about = List.of(about);
  }

  public Why why() {
    return why;
  }

  public List<Object> about() {
    return about == null ? List.of() : about;
  }
}
