package se.samsyn.aggregator.audit;

/** What is written into the audit trail. */
public enum AuditAction {
  INVITE,
  ENROL,
  CREATE_COLLECTION,
  MAKE_DEFINITION,
  SUBMIT,
  CLOSE_COLLECTION,
  /** An agency offers a key for a role in a sealed collection. */
  OFFER_ROLE_KEY,
  /** The totals of a sealed collection are opened; it is closed with them. */
  OPEN_TOTALS,
  /** An attempt of a sealed collection ends, and nothing of it was opened. */
  END_ATTEMPT,
  /** What was to be opened cannot be true: nothing is published. */
  VOID_ATTEMPT,
  MAKE_RELEASE,
  /** A provisional release becomes final. */
  FINISH_RELEASE,
  WITHDRAW_RELEASE,
  HAND_OUT_EXTRACT,
  MAKE_ACCOUNT,
  WRITE_NOTE,
  MAKE_FEED_ADDRESS,
  REVOKE_FEED_ADDRESS
}
