package se.samsyn.agent;

import java.util.List;

/**
 * A command could not do what it was asked. The reason is a key of the agent's texts; nothing was
 * changed unless the text says so.
 */
public final class NotDone extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final transient List<Object> details;

  /**
   * @param reason a key of the resource bundle {@code agent/texts}
   * @param details names, places and words for the text's placeholders; never a value of a record
   */
  public NotDone(String reason, Object... details) {
    super(reason);
    this.reason = reason;
    this.details = List.of(details);
  }

  public String reason() {
    return reason;
  }

  public List<Object> details() {
    return details;
  }

  /** The refusal or silence of the aggregator, as a reason. */
  public static NotDone of(se.samsyn.agent.http.Answer answer) {
    if (answer instanceof se.samsyn.agent.http.Answer.Refused refused) {
      return refused
          .reason()
          .map(r -> new NotDone("refused." + r.word()))
          .orElseGet(() -> new NotDone("refused.unknown", refused.status()));
    }
    if (answer instanceof se.samsyn.agent.http.Answer.Unreachable u) {
      return new NotDone(
          "unreachable." + u.cause().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    throw new IllegalArgumentException("a success is not a failure");
  }
}
