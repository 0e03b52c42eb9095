package se.samsyn.agent;

/**
 * Every durable write and HTTP exchange of the agent, in order. The process may be killed at any of
 * them; a test does so at each, and docs/protocol.md says what the next run does.
 */
public enum Step {
  /**
   * {@code init}, or the first {@code preview}: the signing key is on disk; nobody knows it yet.
   * The next run uses it.
   */
  KEY_WRITTEN,
  /** {@code init}: address and coordinator's key are pinned. The next run must bring the same. */
  TRUST_PINNED,
  /**
   * {@code init}: the request may have arrived. The next run repeats it with the same key and
   * token, and gets the same answer.
   */
  ENROLMENT_ASKED,
  /** {@code init}: it is signed that nothing has left yet. The next run asks again. */
  LEDGER_BEGUN,
  /** {@code init}: done. The next run says so. */
  ENROLMENT_STORED,
  /** {@code collections}: manifests fetched and verified, none stored. */
  MANIFESTS_FETCHED,
  /** {@code collections}: one manifest stored; the rest come with the next run. */
  MANIFEST_STORED,
  /** {@code preview}: the draft is on disk. */
  DRAFT_STORED,
  /**
   * {@code send}: id and envelope are on disk, nothing has left. The next run throws them away,
   * since the ledger never let them go, and makes new ones.
   */
  ENVELOPE_STORED,
  /**
   * {@code send}: the ledger says that these bytes may leave. The next run sends these very bytes.
   */
  SENDING_LOGGED,
  /**
   * {@code send}: the envelope may have arrived. The next run sends it again and gets the same
   * receipt.
   */
  ENVELOPE_SENT,
  /**
   * {@code send}: the aggregator refused, and the ledger says so; the envelope is still in the
   * outbox. The next run throws it away.
   */
  REFUSAL_LOGGED,
  /**
   * {@code send}: the verified receipt is on disk. The next run logs it without sending anything.
   */
  RECEIPT_STORED,
  /**
   * {@code send}: the ledger says that it is delivered; the envelope is still in the outbox. The
   * next run throws it away.
   */
  DELIVERY_LOGGED,
  /** {@code send}: the outbox is empty. Done. */
  OUTBOX_CLEARED,
  /** {@code sealed run}: the key for the next role is on disk. The next run offers it. */
  ROLE_KEY_MADE,
  /** {@code sealed run}: the offer may have arrived. The next run repeats it. */
  ROLE_KEY_OFFERED,
  /** {@code sealed run}: the key that was offered is this attempt's and no other's. */
  ROLE_CLAIMED,
  /**
   * {@code sealed run}: something that cannot be told from the messages is on disk. The next run
   * goes by it.
   */
  ROLE_NOTED,
  /** {@code sealed run}: a message was read; its hash is on disk. The next run reads it again. */
  MESSAGE_READ,
  /** {@code sealed run}: a message may have arrived. The next run sends the same bytes again. */
  MESSAGE_SENT,
  /** {@code sealed run}: how the attempt ended for this role is on disk. The next run erases. */
  ROLE_ENDED,
  /** {@code sealed run}: its secrets are erased. The next run says how it ended, if that is due. */
  ROLE_ERASED,
  /** {@code sealed contribute}: the table is frozen, nothing has left. The next run goes by it. */
  TABLE_FROZEN,
  /** {@code sealed contribute}: the secrets of the contribution are on disk, nothing has left. */
  SECRETS_STORED,
  /**
   * {@code sealed contribute}: the ledger says that the shares may leave. The next run sends the
   * same bytes.
   */
  SEALING_LOGGED,
  /**
   * {@code sealed contribute}: a part may have arrived. The next run sends the same bytes again.
   */
  PART_SENT,
  /** {@code sealed contribute}: the ledger says that all is sent. Done. */
  SEALED_LOGGED
}
