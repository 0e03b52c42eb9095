package se.samsyn.aggregator.step;

/**
 * The steps of the aggregator: each durable write and each answer. A process may be killed at any
 * of them; each constant says what is there when it is started again. A test kills a real process
 * at every one.
 */
public enum Step {
  /** {@code init}: before the coordinator's signing key is written. Again: it is made. */
  INIT_SIGNING_KEY,
  /**
   * {@code init}: before the key that opens submissions is written. Again: it is made, the signing
   * key stays.
   */
  INIT_ENCRYPTION_KEY,
  /**
   * {@code init}: before the first accounts are committed. Again: they are made and their passwords
   * shown.
   */
  INIT_ACCOUNTS,
  /** {@code invite}: before the invitation's hash is committed. Again: a new invitation. */
  INVITE_STORE,
  /**
   * {@code invite}: it is stored, before the file is written. Again: a new invitation; nobody has
   * the first one's token.
   */
  INVITE_FILE,
  /** Enrolment: before the agency is committed. The agent tries again and is enrolled. */
  ENROL_STORE,
  /** Enrolment: the agency is stored, before the answer. The agent tries again: the same answer. */
  ENROL_ANSWER,
  /** {@code collection create}: before the signed manifest is committed. Again: it is made. */
  CREATE_STORE,
  /** Manifests: before the answer; nothing is written. The agent asks again. */
  MANIFESTS_ANSWER,
  /**
   * Intake: before submission, cells and receipt are committed. The agent tries again: they are
   * stored.
   */
  INTAKE_STORE,
  /** Intake: all is stored, before the answer. The agent tries again: the same receipt, one row. */
  INTAKE_ANSWER,
  /**
   * Closing: the joint tables are written, not yet committed. The collection is open and can be
   * closed again.
   */
  CLOSE_STORE,
  /** Closing: committed, before the coordinator is told. The collection is closed. */
  CLOSE_ANSWER
}
