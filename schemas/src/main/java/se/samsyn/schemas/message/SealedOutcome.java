package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt at a sealed collection stands. */
public record SealedOutcome(State state) {
  /** The aggregator's word for it. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    /** The totals were opened, and the joint table is made. */
    @JsonProperty("opened")
    OPENED,
    /** Nothing was opened; another attempt may follow. */
    @JsonProperty("ended")
    ENDED,
    /** The opened totals cannot be true: nothing is published, and no other attempt follows. */
    @JsonProperty("void")
    VOID
  }
}
