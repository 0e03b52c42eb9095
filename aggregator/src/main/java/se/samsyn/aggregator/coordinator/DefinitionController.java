package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.definition.Definitions;

/** A definition with the table that it gives. */
@Controller("/coordinator/definitions/{definition}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class DefinitionController {
  private final Html html;
  private final Definitions definitions;

  DefinitionController(Html html, Definitions definitions) {
    this.html = html;
    this.definitions = definitions;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String definition) {
    return definitions.catalogue().newest().stream()
        .filter(d -> d.id().value().equals(definition))
        .findFirst()
        .map(
            found ->
                html.page(
                    request,
                    "coordinator/definition",
                    Map.of(
                        "definition",
                        found,
                        "preview",
                        TablePreview.of(found, Html.texts(request)))))
        .orElseGet(() -> html.notFound(request));
  }
}
