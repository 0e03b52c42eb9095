package se.samsyn.aggregator.audit;

/** What is written into the audit trail. */
public enum AuditAction {
  INVITE,
  ENROL,
  CREATE_COLLECTION,
  SUBMIT,
  CLOSE_COLLECTION
}
