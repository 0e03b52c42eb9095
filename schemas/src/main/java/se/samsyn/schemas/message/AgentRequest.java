package se.samsyn.schemas.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.envelope.Label;
import se.samsyn.schemas.envelope.SigningKey;
import se.samsyn.schemas.envelope.VerificationKey;

/**
 * How an agent says who it is when it asks for something: an Authorization header with its
 * signature over method, path and time. It protects reading only (a repeated read tells nothing
 * new); what an agent delivers is signed in itself.
 */
public record AgentRequest(AgencyId agency, Instant at, byte[] signature) {
  /** How far the two clocks may be apart. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern HEADER =
      Pattern.compile(
          "Samsyn agency=([a-z0-9-]{3,40}), at=([0-9TZ:.-]{20,30}), signature=([A-Za-z0-9+/=]{88})");

  public static AgentRequest sign(
      SigningKey key, AgencyId agency, Instant at, String method, String path) {
    return new AgentRequest(
        agency, at, key.sign(Label.AGENT_REQUEST, parts(agency, at, method, path)));
  }

  /**
   * @throws InvalidMessage when the header does not have the form of {@link #header}
   */
  public static AgentRequest parse(String header) throws InvalidMessage {
    Matcher m = HEADER.matcher(header);
    if (!m.matches()) {
      throw new InvalidMessage("the Authorization header is not an agent's");
    }
    try {
      return new AgentRequest(
          new AgencyId(m.group(1)),
          Instant.parse(m.group(2)),
          Base64.getDecoder().decode(m.group(3)));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new InvalidMessage("the Authorization header is not an agent's");
    }
  }

  /** The value of the Authorization header. */
  public String header() {
    return "Samsyn agency=%s, at=%s, signature=%s"
        .formatted(agency, at, Base64.getEncoder().encodeToString(signature));
  }

  /** Whether it was made within {@link #TOLERANCE} of {@code now}. */
  public boolean isFresh(Instant now) {
    return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /**
   * @throws InvalidMessage when the signature is not {@code key}'s for this method and path
   */
  public void verify(VerificationKey key, String method, String path) throws InvalidMessage {
    key.verify(Label.AGENT_REQUEST, signature, parts(agency, at, method, path));
  }

  private static byte[][] parts(AgencyId agency, Instant at, String method, String path) {
    return new byte[][] {utf8(agency.value()), utf8(at.toString()), utf8(method), utf8(path)};
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
