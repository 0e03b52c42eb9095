package se.samsyn.aggregator.sealed;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import se.samsyn.aggregator.agency.AgentIdentity;
import se.samsyn.aggregator.problem.Refused;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.Refusal;
import se.samsyn.schemas.sealed.Address;

/** Where the agencies of a sealed attempt leave messages for each other. */
@Controller("/api/v1/agent/sealed")
class RelayController {
  /** The hash of the collection's manifest, and an {@link Address} of its attempt. */
  private static final String MESSAGE = "/{manifest}/{step}/{from}/{to}/{number}";

  private final AgentIdentity identity;
  private final Relay relay;

  RelayController(AgentIdentity identity, Relay relay) {
    this.identity = identity;
    this.relay = relay;
  }

  @Put(uri = MESSAGE, consumes = MediaType.APPLICATION_OCTET_STREAM)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> put(
      HttpRequest<?> request,
      @PathVariable String manifest,
      @PathVariable String step,
      @PathVariable String from,
      @PathVariable String to,
      @PathVariable String number,
      @Nullable @Body byte[] body) {
    AgencyId agency = identity.verified(request);
    byte[] bytes = body == null ? new byte[0] : body;
    requireSigned(request, bytes);
    relay.put(agency, manifest, Address.parse(step, from, to, number), bytes);
    return HttpResponse.ok();
  }

  @Get(uri = MESSAGE, produces = MediaType.APPLICATION_OCTET_STREAM)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] get(
      HttpRequest<?> request,
      @PathVariable String manifest,
      @PathVariable String step,
      @PathVariable String from,
      @PathVariable String to,
      @PathVariable String number) {
    return relay.get(identity.verified(request), manifest, Address.parse(step, from, to, number));
  }

  @Get(uri = "/{manifest}/outcome", produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] outcome(HttpRequest<?> request, @PathVariable String manifest) {
    return Codecs.SEALED_OUTCOME.write(relay.outcome(identity.verified(request), manifest));
  }

  /** The signature is over the query, and the query names the body. */
  private static void requireSigned(HttpRequest<?> request, byte[] body) {
    String query = request.getUri().getRawQuery();
    if (query == null || !query.startsWith("sha256=")) {
      throw new Refused(Refusal.MALFORMED, "the query is the body's hash: ?sha256=");
    }
    if (!query.equals("sha256=" + Sha256.of(body).hex())) {
      throw new Refused(Refusal.BAD_SIGNATURE, "the body is not the one that was signed");
    }
  }
}
