package se.samsyn.sealed;

import java.util.Locale;

/** A message or a state that an honest party does not go on from. It names no count. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** Changed, forged, out of order, repeated, or of another manifest, set or kind. */
    NOT_AUTHENTIC("the message is not what this party sends at this step of this attempt"),
    /** The message has another length than this step's. */
    WRONG_LENGTH("the message has another length than this step's messages have"),
    UNKNOWN_AGENCY("the agency is not in the roster"),
    SECOND_CONTRIBUTION("the agency has contributed something else to this attempt"),
    TOO_LATE("the set of contributors is closed"),
    TOO_FEW_CONTRIBUTORS("fewer than three contributors, or too few behind a unit"),
    OTHER_CONTRIBUTORS("A and B do not hold the same contributions"),
    OUT_OF_STEP("this step comes before another one that is not done"),
    OUT_OF_RANGE("an agency's column holds what no agency may send"),
    FORGED_BITS("a group is said to be safe, which its bits do not say"),
    COMBINERS_DIFFER("the combiners do not find the same groups safe"),
    OTHER_BITS("the parties do not hold the same public bits"),
    TOTAL_TOO_SMALL("an opened total is below what may be opened"),
    PARTS_DO_NOT_ADD_UP("opened parts do not add up to their whole"),
    ANOTHER_MESSAGE("the relay shows another message than it did before"),
    LEFT_OUT_EARLY("agencies are left out before their time is over"),
    OTHER_AGENCIES("the agencies are not those of the attempt before, whose tests had begun"),
    ERASED("the attempt has ended and its secrets are erased");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** The word of it on the wire and in the texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Refused(Reason reason) {
    super(reason.text);
    this.reason = reason;
  }

  /**
   * @param where a party or agency, never a count
   */
  public Refused(Reason reason, Object where) {
    super(where + ": " + reason.text);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
