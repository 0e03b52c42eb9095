package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.agency.Agencies;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.Opening;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.definition.Definitions;
import se.samsyn.aggregator.problem.ActionRefused;

/** Opens a collection, or the next version of one that is closed. */
@Controller("/coordinator/new-collection")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class NewCollectionController {
  private final Html html;
  private final Collections collections;
  private final Opening opening;
  private final Agencies agencies;
  private final Definitions definitions;
  private final FormToken formToken;
  private final Clock clock;

  NewCollectionController(
      Html html,
      Collections collections,
      Opening opening,
      Agencies agencies,
      Definitions definitions,
      FormToken formToken,
      Clock clock) {
    this.html = html;
    this.collections = collections;
    this.opening = opening;
    this.agencies = agencies;
    this.definitions = definitions;
    this.formToken = formToken;
    this.clock = clock;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request, @QueryValue(defaultValue = "") String correct) {
    Optional<StoredCollection> before = closed(correct);
    if (before.isEmpty() && !correct.isEmpty()) {
      return html.notFound(request);
    }
    CollectionForm choices = choices(before);
    return page(
        request,
        HttpStatus.OK,
        choices,
        new FilledForm(choices.suggested(clock.instant()), Html.texts(request)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> open(
      HttpRequest<?> request, Authentication who, @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "confirm");
    Optional<StoredCollection> before = closed(form.value("correct"));
    CollectionForm choices = choices(before);
    Optional<CollectionPlan> plan = choices.read(form, clock.instant());
    if (plan.isEmpty()) {
      return page(request, form.status(), choices, form);
    }
    if (before.isEmpty() && collections.newest(plan.get().id()).isPresent()) {
      form.refuse("id", "coordinator.collect.id.taken");
      return page(request, HttpStatus.CONFLICT, choices, form);
    }
    try {
      opening.open(plan.get(), definitions.catalogue(), who.getName());
    } catch (ActionRefused refused) {
      form.refuse("period", refused);
      return page(request, HttpStatus.CONFLICT, choices, form);
    }
    return HttpResponse.seeOther(URI.create("/coordinator/collections/" + plan.get().id()));
  }

  /** The closed collection that is to get its next version. */
  private Optional<StoredCollection> closed(String id) {
    return collections.named(id).filter(c -> !c.isOpen());
  }

  private CollectionForm choices(Optional<StoredCollection> before) {
    return new CollectionForm(
        definitions.catalogue(), agencies.all(), before.map(StoredCollection::manifest));
  }

  private HttpResponse<String> page(
      HttpRequest<?> request, HttpStatus status, CollectionForm choices, FilledForm form) {
    return html.page(
        request, status, "coordinator/new-collection", Map.of("form", form, "choices", choices));
  }
}
