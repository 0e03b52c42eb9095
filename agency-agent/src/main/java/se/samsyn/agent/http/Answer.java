package se.samsyn.agent.http;

import java.util.Optional;
import se.samsyn.schemas.message.Refusal;

/** What the aggregator said. */
public sealed interface Answer {
  /** The bytes of a success, not verified yet. */
  record Success(byte[] body) implements Answer {}

  /**
   * It refused.
   *
   * @param reason the word of the contract; empty when it is none of them
   */
  record Refused(int status, Optional<Refusal> reason) implements Answer {}

  /** It could not be reached, or did not answer in time: nothing is known of what arrived. */
  record Unreachable(Cause cause) implements Answer {}

  /** Why nothing came back. */
  enum Cause {
    NO_CONNECTION,
    TLS,
    TIMEOUT,
    TOO_LARGE,
    SERVER_TROUBLE
  }
}
