package se.samsyn.aggregator.audit;

/** What is written into the audit trail. */
public enum AuditAction {
  INVITE,
  ENROL,
  CREATE_COLLECTION,
  MAKE_DEFINITION,
  SUBMIT,
  CLOSE_COLLECTION,
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
