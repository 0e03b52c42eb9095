package se.samsyn.aggregator.problem;

import java.util.Objects;
import se.samsyn.schemas.message.Refusal;

/**
 * A request is refused, nothing is stored. The detail says what to do, and repeats nothing that was
 * sent.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Refusal reason;

  public Refused(Refusal reason, String detail) {
    super(detail, null, false, false);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Refusal reason() {
    return reason;
  }
}
