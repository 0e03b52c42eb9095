package se.samsyn.aggregator.problem;

import io.micronaut.serde.annotation.Serdeable;
import se.samsyn.schemas.message.Refusal;

/** RFC 9457: what a refused request is answered. */
@Serdeable
public record Problem(String type, String title, int status, String detail, String refusal) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(Refusal reason, String detail) {
    return new Problem(
        "urn:samsyn:refusal:" + reason.word(),
        "Refused: " + reason.word(),
        reason.status(),
        detail,
        reason.word());
  }
}
