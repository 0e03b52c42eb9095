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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.collection.CollectionPlan;
import se.samsyn.aggregator.sealed.AttemptEnd;
import se.samsyn.aggregator.sealed.opening.NextAttempt;

/** Ends the running attempt of a sealed collection, or opens the next one after it has ended. */
@Controller("/coordinator/collections/{collection}")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class AttemptController {
  private static final int LONGEST_REASON = 200;

  private final AttemptEnd end;
  private final NextAttempt next;
  private final FormToken formToken;
  private final CollectionPage page;
  private final Clock clock;

  AttemptController(
      AttemptEnd end, NextAttempt next, FormToken formToken, CollectionPage page, Clock clock) {
    this.end = end;
    this.next = next;
    this.formToken = formToken;
    this.page = page;
    this.clock = clock;
  }

  /** What answers the forms can be read in the other language. */
  @Get(uris = {"/end", "/next-attempt"})
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request, @PathVariable String collection) {
    return page.show(request, collection);
  }

  @Post("/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> end(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "end-reason");
    String reason = form.text("end-reason", LONGEST_REASON);
    if (!form.ticked("end-confirm")) {
      form.refuse("end-confirm", "coordinator.attempt.end.unconfirmed");
    }
    return page.change(
        request,
        collection,
        form,
        refused -> "end-reason",
        found -> {
          end.byCoordinator(found.manifest().collection(), reason, who.getName());
          return Optional.empty();
        });
  }

  @Post("/next-attempt")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> next(
      HttpRequest<?> request,
      Authentication who,
      @PathVariable String collection,
      @Body Map<String, String> fields) {
    FilledForm form = FilledForm.sent(request, fields, formToken, "next-deadline");
    Optional<LocalDate> deadline =
        CollectionFields.deadline(form, "next-deadline", clock.instant());
    if (!form.ticked("next-confirm")) {
      form.refuse("next-confirm", "coordinator.attempt.next.unconfirmed");
    }
    return page.change(
        request,
        collection,
        form,
        refused -> "attempt",
        found -> {
          next.open(found, deadline.map(CollectionPlan::endOf), who.getName());
          return Optional.empty();
        });
  }
}
