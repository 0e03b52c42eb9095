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
import io.micronaut.http.annotation.QueryValue;
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
import se.samsyn.schemas.definition.Definition;

/** The forms for a new definition and for the next version of one. */
@Controller("/coordinator")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class NewDefinitionController {
  private final Html html;
  private final Definitions definitions;
  private final FormToken formToken;

  NewDefinitionController(Html html, Definitions definitions, FormToken formToken) {
    this.html = html;
    this.definitions = definitions;
    this.formToken = formToken;
  }

  /** First the input table is chosen: it decides what else there is to choose. */
  @Get("/new-definition")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> fresh(HttpRequest<?> request, @QueryValue(defaultValue = "") String table) {
    return table.isEmpty()
        ? html.page(
            request, "coordinator/input-tables", Map.of("tables", definitions.catalogue().tables()))
        : form(request, DefinitionForm.fresh(definitions.catalogue(), table));
  }

  @Get("/definitions/{definition}/new-version")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> next(HttpRequest<?> request, @PathVariable String definition) {
    return form(request, DefinitionForm.next(definitions.catalogue(), definition));
  }

  /** Shows the table that the form gives, or makes the definition. */
  @Post("/new-definition")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> makeFresh(
      HttpRequest<?> request, Authentication who, @Body Map<String, String> fields) {
    return make(
        request,
        who,
        DefinitionForm.fresh(definitions.catalogue(), fields.getOrDefault("table", "")),
        fields);
  }

  /** Shows the table that the form gives, or makes the version. */
  @Post("/definitions/{definition}/new-version")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> makeNext(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String definition,
      @Body Map<String, String> fields) {
    return make(request, who, DefinitionForm.next(definitions.catalogue(), definition), fields);
  }

  private HttpResponse<String> form(HttpRequest<?> request, Optional<DefinitionForm> choices) {
    return choices
        .map(
            c ->
                page(
                    request,
                    HttpStatus.OK,
                    c,
                    new FilledForm(c.suggested(), Html.texts(request)),
                    c.before()))
        .orElseGet(() -> html.notFound(request));
  }

  private HttpResponse<?> make(
      HttpRequest<?> request,
      Authentication who,
      Optional<DefinitionForm> choices,
      Map<String, String> fields) {
    if (choices.isEmpty()) {
      return html.notFound(request);
    }
    FilledForm form =
        FilledForm.sent(request, choices.get().withTaken(fields), formToken, "title-sv");
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
