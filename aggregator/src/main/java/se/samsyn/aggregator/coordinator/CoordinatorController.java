package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.Map;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.aggregator.release.ReleaseLedger;
import se.samsyn.aggregator.sealed.Attempts;

/** The coordinator's overview: collections, agencies, definitions, the ledger. */
@Controller("/coordinator")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class CoordinatorController {
  private final Html html;
  private final Collections collections;
  private final ReleaseLedger ledger;
  private final Agencies agencies;
  private final Definitions definitions;
  private final Attempts attempts;

  CoordinatorController(
      Html html,
      Collections collections,
      ReleaseLedger ledger,
      Agencies agencies,
      Definitions definitions,
      Attempts attempts) {
    this.html = html;
    this.collections = collections;
    this.ledger = ledger;
    this.agencies = agencies;
    this.definitions = definitions;
    this.attempts = attempts;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> overview(HttpRequest<?> request) {
    Texts texts = Html.texts(request);
    Map<Object, StoredCollection> newest = new LinkedHashMap<>();
    collections.all().forEach(c -> newest.put(c.manifest().collection(), c));
    return html.page(
        request,
        "coordinator/overview",
        Map.of(
            "collections",
            newest.values().stream()
                .map(
                    c ->
                        new CollectionState(
                            c,
                            ledger.of(c.manifest().collection()),
                            attempts.find(c.hash()).map(Attempts.Attempt::state)))
                .toList(),
            "agencies",
            agencies.all(),
            "definitions",
            definitions.catalogue().newest().stream()
                .map(d -> DefinitionLine.of(d, texts))
                .toList(),
            "ledger",
            ledger.all()));
  }
}
