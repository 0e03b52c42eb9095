package se.samsyn.schemas.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;

/** How an attempt of a sealed collection stands, as the relay tells those who take part. */
public record SealedOutcome(State state) {
  /** From running an attempt goes to one of the others, once. */
  public enum State {
    /** Messages are relayed. */
    @JsonProperty("running")
    RUNNING,
    /** The totals are opened, and the collection is closed with them. */
    @JsonProperty("opened")
    OPENED,
    /** It was ended before anything was opened; a new attempt may follow. */
    @JsonProperty("ended")
    ENDED,
    /** What was to be opened cannot be true: nothing is published, and no attempt follows. */
    @JsonProperty("void")
    VOID;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when no state has this word
     */
    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public SealedOutcome {
    Objects.requireNonNull(state, "state");
  }
}
