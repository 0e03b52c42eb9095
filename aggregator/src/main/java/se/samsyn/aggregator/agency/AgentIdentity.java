package se.samsyn.aggregator.agency;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.InvalidMessage;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.AgentRequest;
import se.samsyn.schemas.message.Refusal;

/** Tells which agency asks, from the signature in the request's header. */
@Singleton
public class AgentIdentity {
  private final Agencies agencies;
  private final Clock clock;

  AgentIdentity(Agencies agencies, Clock clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * The agency that signed this request: method, path and query.
   *
   * @throws Refused when the header is missing or malformed, nobody enrolled under the name, the
   *     signature is another's, or the request is not of now
   */
  public AgencyId verified(HttpRequest<?> request) {
    String header =
        request
            .getHeaders()
            .getAuthorization()
            .orElseThrow(
                () -> new Refused(Refusal.MALFORMED, "an agent signs its requests; see protocol"));
    AgentRequest asked;
    try {
      asked = AgentRequest.parse(header);
    } catch (InvalidMessage e) {
      throw new Refused(Refusal.MALFORMED, e.getMessage());
    }
    var key = agencies.enrolledOrRefused(asked.agency()).signingKey();
    try {
      asked.verify(key, request.getMethodName(), target(request));
    } catch (InvalidMessage e) {
      throw new Refused(Refusal.BAD_SIGNATURE, "the request is not signed with this agency's key");
    }
    if (!asked.isFresh(clock.instant())) {
      throw new Refused(
          Refusal.STALE_REQUEST, "the request's time is not now; check this computer's clock");
    }
    return asked.agency();
  }

  /** The path with its query: in it, a request that brings a body names the body's hash. */
  private static String target(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    return query == null ? request.getPath() : request.getPath() + "?" + query;
  }
}
