package se.samsyn.aggregator;

/**
 * Every durable write and HTTP exchange of the aggregator, in order. The process may be killed at
 * any of them; a test does so at each, and docs/protocol.md says what a restart finds.
 */
public enum Step {
  /** {@code init}: the two keys are in the data folder. Again: they stay. */
  INIT_KEYS_WRITTEN,
  /** {@code init}: the database has its tables. Again: nothing is left to migrate. */
  INIT_DATABASE_MIGRATED,
  /**
   * {@code init}: the first accounts' passwords are shown, the accounts not committed. Again:
   * others are made and shown.
   */
  INIT_ACCOUNTS_SHOWN,
  /** {@code invite}: the token's hash is stored, the file is not written. Again: a new token. */
  INVITATION_STORED,
  /** {@code invite}: the file is written. The invitation is good. */
  INVITATION_WRITTEN,
  /** An agent's enrolment request has arrived and is not stored. The agent asks again. */
  ENROLMENT_RECEIVED,
  /** The agency's key and the signed answer are stored, not sent. Again: the same answer. */
  ENROLMENT_STORED,
  /** {@code collection create}: the signed manifest is stored, nobody told. It is open. */
  COLLECTION_STORED,
  /** Manifests are read for an agent, not sent. The agent asks again. */
  MANIFESTS_READ,
  /** A submission has arrived and nothing is stored. The agent sends again. */
  SUBMISSION_RECEIVED,
  /** The submission is verified, opened and checked, nothing is stored. The agent sends again. */
  SUBMISSION_CHECKED,
  /** In the transaction: submission and receipt are written, its cells are not. It is undone. */
  SUBMISSION_ROW_WRITTEN,
  /** In the transaction: all is written, not committed. It is undone. */
  SUBMISSION_CELLS_WRITTEN,
  /** The transaction is committed, the receipt is not sent. Again: the same receipt. */
  SUBMISSION_COMMITTED,
  /** In the transaction that closes: nothing is written. The collection is open. */
  CLOSING_STARTED,
  /** In the transaction: the joint tables are written, the collection not marked. It is undone. */
  CLOSING_CELLS_WRITTEN,
  /** In the transaction: all is written, not committed. It is undone. */
  CLOSING_MARKED,
  /** The collection is closed, nobody has been told. */
  CLOSING_COMMITTED,
  /** A key for a role is stored, its agency not told. Again: the same answer. */
  ROLE_KEY_STORED,
  /** A message of a sealed attempt is stored, its agency not told. Again: nothing changes. */
  SEALED_MESSAGE_STORED,
  /** A message is read for an agency, not sent. The agency asks again. */
  SEALED_MESSAGE_READ,
  /**
   * In the transaction that brings the last message: the joint table is written, the collection not
   * marked. All is undone, the message too; its agency sends it again.
   */
  TOTALS_WRITTEN,
  /** In the transaction: all is written, not committed. It is undone. */
  TOTALS_MARKED,
  /** An attempt has ended unopened, nobody has been told. */
  ATTEMPT_ENDED,
  /** In the transaction that releases: the release is written, its line is not. It is undone. */
  RELEASE_WRITTEN,
  /** In the transaction: release and line are written, not committed. It is undone. */
  RELEASE_LINE_WRITTEN,
  /** The release is in the ledger and readers see it; nobody has been told. */
  RELEASE_COMMITTED
}
