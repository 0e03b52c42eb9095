package se.samsyn.aggregator.collection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.agency.AgentIdentity;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.ManifestList;

/** Where an agent learns what it is asked for: the open collections in which it takes part. */
@Controller("/api/v1/agent/manifests")
class ManifestController {
  private final AgentIdentity identity;
  private final Collections collections;
  private final Steps steps;

  ManifestController(AgentIdentity identity, Collections collections, Steps steps) {
    this.identity = identity;
    this.collections = collections;
    this.steps = steps;
  }

  @Get(produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] manifests(HttpRequest<?> request) {
    AgencyId agency = identity.verified(request);
    List<Signed> open =
        collections.all().stream()
            .filter(c -> c.isOpen() && c.manifest().participant(agency).isPresent())
            .map(StoredCollection::signed)
            .toList();
    steps.reached(Step.MANIFESTS_READ);
    return Codecs.MANIFEST_LIST.write(new ManifestList(open));
  }
}
