package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why the aggregator refuses what an agent sends: a closed list, one word each, that agents can act
 * on.
 */
public enum Refusal {
  /** Not the form that the schema asks for, an unknown field, a second spelling. */
  @JsonProperty("malformed")
  MALFORMED(400),
  /** The body is larger than any table can be. */
  @JsonProperty("too-large")
  TOO_LARGE(413),
  /** The invitation is unknown, used up, expired or another agency's. */
  @JsonProperty("invitation-not-valid")
  INVITATION_NOT_VALID(403),
  /** Nobody enrolled under this name. */
  @JsonProperty("unknown-agency")
  UNKNOWN_AGENCY(403),
  /** The signature is not this agency's. */
  @JsonProperty("bad-signature")
  BAD_SIGNATURE(403),
  /** A signed request that is too old, from the future or seen before. */
  @JsonProperty("stale-request")
  STALE_REQUEST(403),
  /** The ciphertext does not open with the collection's key. */
  @JsonProperty("cannot-decrypt")
  CANNOT_DECRYPT(400),
  /** The manifest is not one that the aggregator issued. */
  @JsonProperty("unknown-manifest")
  UNKNOWN_MANIFEST(404),
  /** The collection is closed, or a newer version of it is open. */
  @JsonProperty("collection-closed")
  COLLECTION_CLOSED(409),
  /** The agency does not take part in the collection. */
  @JsonProperty("not-a-participant")
  NOT_A_PARTICIPANT(403),
  /** Inside and outside of the envelope do not say the same. */
  @JsonProperty("envelope-mismatch")
  ENVELOPE_MISMATCH(400),
  /** The definition, its version, its hash or the period is not the manifest's. */
  @JsonProperty("wrong-definition")
  WRONG_DEFINITION(422),
  /** The table's measures or cells are not those of the definition. */
  @JsonProperty("wrong-shape")
  WRONG_SHAPE(422),
  /** The table was made with a lower minimum frequency than the definition's. */
  @JsonProperty("policy-too-low")
  POLICY_TOO_LOW(422),
  /**
   * A cell below the minimum frequency is published, or a suppressed one can be recovered from the
   * others.
   */
  @JsonProperty("not-protected")
  NOT_PROTECTED(422),
  /** Published parts and totals contradict each other. */
  @JsonProperty("inconsistent")
  INCONSISTENT(422),
  /**
   * Another table for this definition and period is already stored; a correction has to be asked
   * for.
   */
  @JsonProperty("already-delivered")
  ALREADY_DELIVERED(409),
  /** Of a sealed collection: there is no such message in this attempt, or not for this agency. */
  @JsonProperty("no-such-message")
  NO_SUCH_MESSAGE(404),
  /** Of a sealed collection: the message is not here yet. */
  @JsonProperty("not-yet")
  NOT_YET(404),
  /** Of a sealed collection: another message lies at this address. */
  @JsonProperty("another-message")
  ANOTHER_MESSAGE(409),
  /** Of a sealed collection: the attempt has ended. */
  @JsonProperty("attempt-ended")
  ATTEMPT_ENDED(410);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  /** The HTTP status that carries it. */
  public int status() {
    return status;
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
