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
    /** The collection is sealed: it is closed when its totals are opened, and by nobody. */
    COLLECTION_SEALED,
    /** The collection is not sealed, so it has no attempt. */
    COLLECTION_NOT_SEALED,
    /** The attempt of a sealed collection is running; end it before there is another. */
    ATTEMPT_RUNNING,
    /** The attempt of a sealed collection has ended already. */
    ATTEMPT_ENDED,
    /** An agency with a role offers no key, or has offered another since. */
    ROLE_KEY_NOT_OFFERED,
    /** Too few participants of different authorities have offered a key for a role. */
    ROLES_NOT_FILLED,
    /** Two roles, or a role and the aggregator, would be under one authority. */
    ROLE_UNDER_SAME_AUTHORITY,
    /** It is not declared that every combination of classes is possible in each unit. */
    COMBINATIONS_NOT_DECLARED,
    /** A sealed collection is of one definition. */
    ONE_DEFINITION_ONLY,
    /** Agencies would refuse the manifest; what it names are the reasons (SealedRefusal). */
    SEALED_RULES,
    /** The definition has no count without conditions. */
    NO_COUNT_OF_ALL,
    /** A person may have several classes of the dimension. */
    DIMENSION_IS_MULTIPLE,
    /** A dimension is to be left out that the definition does not have. */
    DIMENSION_UNKNOWN,
    /** Municipalities are the units, or are left out; they are no attribute of persons. */
    MUNICIPALITIES_ARE_UNITS,
    /** There is no such dimension of units for the definition's input table. */
    UNITS_UNKNOWN,
    /** An agency is said to cover a unit that there is not. */
    UNIT_UNKNOWN,
    /** The file with the order lacks a unit. */
    UNIT_NOT_ORDERED,
    /** It is not said who runs the aggregator. */
    AGGREGATOR_NOT_NAMED,
    /** The collection is an open one and cannot go on sealed. */
    COLLECTED_OPEN,
    /** The totals were opened, or the attempt is void: there is no other. */
    NO_FURTHER_ATTEMPT,
    /** Neither A nor B has said that it opened nothing. */
    WORD_MISSING,
    /** A new attempt keeps the period and is at least as strict. */
    ATTEMPT_DIFFERS,
    /** Agencies whose numbers were tested must be asked again. */
    TESTED_AGENCY_LEFT_OUT,
    /** The totals of a sealed collection were not opened: there is nothing to release. */
    NOTHING_OPENED,
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
