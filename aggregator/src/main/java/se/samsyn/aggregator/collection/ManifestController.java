package se.samsyn.aggregator.collection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import se.samsyn.aggregator.Step;
import se.samsyn.aggregator.Steps;
import se.samsyn.aggregator.agency.AgentIdentity;
import se.samsyn.aggregator.sealed.AwaitedWords;
import se.samsyn.schemas.envelope.Sha256;
import se.samsyn.schemas.envelope.Signed;
import se.samsyn.schemas.json.Codecs;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.ManifestList;

/**
 * Where an agent learns what it is asked for: the open collections in which it takes part, and the
 * ended attempts whose role it has and about which it has not said its word.
 */
@Controller("/api/v1/agent/manifests")
class ManifestController {
  private final AgentIdentity identity;
  private final Collections collections;
  private final AwaitedWords words;
  private final Steps steps;

  ManifestController(
      AgentIdentity identity, Collections collections, AwaitedWords words, Steps steps) {
    this.identity = identity;
    this.collections = collections;
    this.words = words;
    this.steps = steps;
  }

  @Get(produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  byte[] manifests(HttpRequest<?> request) {
    AgencyId agency = identity.verified(request);
    Set<Sha256> silent = words.silent(agency);
    List<Signed> open =
        collections.all().stream()
            .filter(c -> isAsked(c, agency) || isAwaited(c, agency, silent))
            .map(StoredCollection::signed)
            .toList();
    steps.reached(Step.MANIFESTS_READ);
    return Codecs.MANIFEST_LIST.write(new ManifestList(open));
  }

  private static boolean isAsked(StoredCollection collection, AgencyId agency) {
    return collection.isOpen() && collection.manifest().participant(agency).isPresent();
  }

  private static boolean isAwaited(
      StoredCollection collection, AgencyId agency, Set<Sha256> silent) {
    return silent.contains(collection.hash()) && collection.manifest().hasRole(agency);
  }
}
