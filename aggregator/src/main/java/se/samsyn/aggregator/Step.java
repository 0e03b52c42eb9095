package se.samsyn.aggregator;

/**
 * Every durable write and HTTP exchange of the aggregator, in order. The process may be killed at
 * any of them; a test does so at each, and docs/protocol.md says what a restart finds.
 */
public enum Step {
  /** {@code init}: the two keys are in the data folder. */
  INIT_KEYS_WRITTEN,
  /** {@code init}: the database has its tables. */
  INIT_DATABASE_MIGRATED,
  /**
   * {@code init}: the first accounts' passwords are shown, the accounts not committed. Again:
   * others are made and shown.
   */
  INIT_ACCOUNTS_SHOWN,
  /** {@code invite}: the token's hash is stored, the invitation file is not written yet. */
  INVITATION_STORED,
  /** An agent's enrolment request has arrived and is not stored. */
  ENROLMENT_RECEIVED,
  /** The agent's key and the signed answer are stored, the answer is not sent. */
  ENROLMENT_STORED,
  /** {@code collection create}: the signed manifest is stored. */
  COLLECTION_STORED,
  /** A submission has arrived and nothing is stored. */
  SUBMISSION_RECEIVED,
  /** The submission is verified, opened and checked, nothing is stored. */
  SUBMISSION_CHECKED,
  /** Inside the transaction: submission and receipt are written, its cells are not. */
  SUBMISSION_ROW_WRITTEN,
  /** Inside the transaction: all is written, not committed. */
  SUBMISSION_CELLS_WRITTEN,
  /** The transaction is committed, the receipt is not sent. */
  SUBMISSION_COMMITTED,
  /** Closing: the joint tables are computed, nothing is stored. */
  CLOSING_COMPUTED,
  /** Inside the transaction: the joint cells are written, the collection is not marked closed. */
  CLOSING_CELLS_WRITTEN,
  /** Inside the transaction: all is written, not committed. */
  CLOSING_MARKED,
  /** The collection is closed, nobody has been told. */
  CLOSING_COMMITTED
}
