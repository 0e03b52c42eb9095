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
  OUTBOX_CLEARED
}
