package se.samsyn.aggregator.coordinator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.aggregator.release.ReleaseStatus;
import se.samsyn.aggregator.release.check.Releasing;

/** A collection for its coordinator: release it, see why it is held and what would do, withdraw. */
@Controller("/coordinator/collections/{collection}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleaseController {
  private final Releasing releasing;
  private final FormToken formToken;
  private final CollectionPage page;

  ReleaseController(Releasing releasing, FormToken formToken, CollectionPage page) {
    this.releasing = releasing;
    this.formToken = formToken;
    this.page = page;
  }

  /** Also at the addresses of its forms: what answers them can be read in the other language. */
  @Get(uris = {"/", "/release", "/withdraw"})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String collection) {
    return page.show(request, collection);
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
    return page.change(
        request,
        collection,
        form,
        refused -> at(refused, "note"),
        found -> {
          Releasing.Outcome outcome =
              releasing.make(
                  found.manifest().collection(),
                  form.ticked("final") ? ReleaseStatus.FINAL : ReleaseStatus.PROVISIONAL,
                  form.value("note"),
                  remedy,
                  who.getName());
          return outcome instanceof Releasing.Outcome.Held held
              ? Optional.of(held.objections())
              : Optional.empty();
        });
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
    return page.change(
        request,
        collection,
        form,
        refused -> at(refused, "reason"),
        found -> {
          releasing.withdraw(found.manifest().collection(), form.value("reason"), who.getName());
          return Optional.empty();
        });
  }

  /** At the field that says why, where that is missing; else beside the button. */
  private static String at(ActionRefused refused, String why) {
    return refused.why() == ActionRefused.Why.NOTE_MISSING ? why : "release";
  }
}
