package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.catalogue.Catalogue;
import se.samsyn.schemas.definition.Definition;

/** A definition with the table that it gives, and the form for its next version. */
@Controller("/coordinator/definitions/{definition}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class DefinitionController {
  private final Html html;
  private final Definitions definitions;
  private final FormToken formToken;

  DefinitionController(Html html, Definitions definitions, FormToken formToken) {
    this.html = html;
    this.definitions = definitions;
    this.formToken = formToken;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String definition) {
    return newest(definitions.catalogue(), definition)
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

  @Get("/new-version")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request, @PathVariable String definition) {
    Optional<DefinitionForm> choices = choices(definition);
    return choices.isEmpty()
        ? html.notFound(request)
        : page(
            request,
            HttpStatus.OK,
            choices.get(),
            new FilledForm(choices.get().suggested(), Html.texts(request)),
            Optional.of(choices.get().before()));
  }

  /** Shows the table that the form gives, or makes the version. */
  @Post("/new-version")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> make(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String definition,
      @Body Map<String, String> fields) {
    Optional<DefinitionForm> choices = choices(definition);
    if (choices.isEmpty()) {
      return html.notFound(request);
    }
    FilledForm form = FilledForm.sent(request, fields, formToken, "title-sv");
    Optional<Definition> made = choices.get().read(form);
    if (made.isEmpty() || !form.ticked("make")) {
      return page(request, form.status(), choices.get(), form, made);
    }
    // Two people may have the form open: what was read as version 2 is not made as version 3.
    boolean current = form.value("version").equals(Integer.toString(choices.get().version()));
    if (current && added(made.get(), who)) {
      return HttpResponse.seeOther(URI.create("/coordinator/definitions/" + made.get().id()));
    }
    form.refuse("title-sv", "coordinator.define.overtaken");
    return page(request, HttpStatus.CONFLICT, choices.get(), form, made);
  }

  /** False: somebody else has added that version meanwhile. */
  private boolean added(Definition made, Authentication who) {
    try {
      definitions.add(made, who.getName());
      return true;
    } catch (ActionRefused overtaken) {
      return false;
    }
  }

  private Optional<DefinitionForm> choices(String definition) {
    Catalogue catalogue = definitions.catalogue();
    return newest(catalogue, definition)
        .flatMap(d -> catalogue.table(d.table()).map(t -> new DefinitionForm(d, t)));
  }

  private static Optional<Definition> newest(Catalogue catalogue, String id) {
    return catalogue.newest().stream().filter(d -> d.id().value().equals(id)).findFirst();
  }

  private HttpResponse<String> page(
      HttpRequest<?> request,
      HttpStatus status,
      DefinitionForm choices,
      FilledForm form,
      Optional<Definition> seen) {
    return html.page(
        request,
        status,
        "coordinator/new-definition",
        Map.of(
            "form",
            form,
            "choices",
            choices,
            "preview",
            seen.map(d -> TablePreview.of(d, Html.texts(request)))));
  }
}
