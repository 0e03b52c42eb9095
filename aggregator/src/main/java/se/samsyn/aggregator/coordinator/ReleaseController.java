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
import se.samsyn.aggregator.collection.Collections;
import se.samsyn.aggregator.collection.StoredCollection;
import se.samsyn.aggregator.dashboard.Html;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;

/** A collection for its coordinator: release it, see why it is held and what would do, withdraw. */
@Controller("/coordinator/collections/{collection}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleaseController {
  private final Html html;
  private final Collections collections;
  private final Releasing releasing;
  private final FormToken formToken;
  private final CollectionPage page;

  ReleaseController(
      Html html,
      Collections collections,
      Releasing releasing,
      FormToken formToken,
      CollectionPage page) {
    this.html = html;
    this.collections = collections;
    this.releasing = releasing;
    this.formToken = formToken;
    this.page = page;
  }

  /** Also at the addresses of its forms: what answers them can be read in the other language. */
  @Get(uris = {"/", "/release", "/withdraw"})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String collection) {
    return page.show(
        request,
        HttpStatus.OK,
        collection,
        new FilledForm(Map.of(), Html.texts(request)),
        Optional.empty());
  }

  @Post("/release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> release(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "note");
    Optional<String> remedy = Optional.of(form.value("remedy")).filter(r -> !r.isEmpty());
    if (remedy.isPresent() && !form.ticked("confirm")) {
      form.refuse("release", "coordinator.remedy.unconfirmed");
    }
    return changed(
        request,
        collection,
        form,
        "note",
        found ->
            releasing.make(
                found.manifest().collection(),
                form.ticked("final") ? ReleaseStatus.FINAL : ReleaseStatus.PROVISIONAL,
                form.value("note"),
                remedy,
                who.getName()));
  }

  @Post("/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> withdraw(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "reason");
    return changed(
        request,
        collection,
        form,
        "reason",
        found ->
            new Releasing.Outcome.Made(
                releasing.withdraw(
                    found.manifest().collection(), form.value("reason"), who.getName())));
  }

  private interface Change {
    Releasing.Outcome of(StoredCollection collection) throws ActionRefused;
  }

  /**
   * @param why the field that says why, where one has to
   */
  private HttpResponse<?> changed(
      HttpRequest<?> request, String collection, FilledForm form, String why, Change change) {
    Optional<StoredCollection> found = collections.named(collection);
    if (found.isEmpty()) {
      return html.notFound(request);
    }
    if (!form.isGood()) {
      return page.show(request, form.status(), collection, form, Optional.empty());
    }
    try {
      Releasing.Outcome outcome = change.of(found.get());
      if (outcome instanceof Releasing.Outcome.Held held) {
        return page.show(
            request, HttpStatus.CONFLICT, collection, form, Optional.of(held.objections()));
      }
    } catch (ActionRefused refused) {
      form.refuse(refused.why() == ActionRefused.Why.NOTE_MISSING ? why : "release", refused);
      return page.show(request, HttpStatus.CONFLICT, collection, form, Optional.empty());
    }
    return HttpResponse.seeOther(URI.create("/coordinator/collections/" + collection));
  }
}
