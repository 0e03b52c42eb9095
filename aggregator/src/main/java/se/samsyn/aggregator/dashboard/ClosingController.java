package se.samsyn.aggregator.dashboard;

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
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.samsyn.aggregator.access.FormToken;
import se.samsyn.aggregator.dashboard.Rounds.CannotClose;
import se.samsyn.aggregator.dashboard.Rounds.Delivered;
import se.samsyn.aggregator.dashboard.Rounds.OpenRound;
import se.samsyn.aggregator.dashboard.text.RefusedText;
import se.samsyn.aggregator.dashboard.text.Texts;
import se.samsyn.aggregator.problem.ActionRefused;
import se.samsyn.schemas.message.AgencyId;
import se.samsyn.schemas.message.CollectionId;

/** Closing a collection: the coordinator sees who is missing, and confirms. */
@Controller("/collections/{collection}/close")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
class ClosingController {
  /** Prefix of the boxes that name the agencies which it is closed without. */
  private static final String WITHOUT = "without-";

  private final Html html;
  private final Rounds rounds;
  private final FormToken formToken;

  ClosingController(Html html, Rounds rounds, FormToken formToken) {
    this.html = html;
    this.rounds = rounds;
    this.formToken = formToken;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request, @PathVariable String collection) {
    return page(request, HttpStatus.OK, collection, Optional.empty());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> close(
      HttpRequest<?> request, @PathVariable String collection, @Body Map<String, String> fields) {
    Texts texts = Html.texts(request);
    if (!formToken.isValid(request, fields)) {
      return page(request, HttpStatus.FORBIDDEN, collection, Optional.of(texts.of("login.stale")));
    }
    if (!fields.containsKey("confirm")) {
      return page(
          request, HttpStatus.BAD_REQUEST, collection, Optional.of(texts.of("close.unconfirmed")));
    }
    if (open(collection).isEmpty()) {
      return page(request, HttpStatus.NOT_FOUND, collection, Optional.empty());
    }
    try {
      rounds.close(new CollectionId(collection), without(collection, fields.keySet()));
    } catch (CannotClose e) {
      return page(request, HttpStatus.CONFLICT, collection, Optional.of(why(e, texts)));
    }
    return HttpResponse.seeOther(URI.create("/coordinator/collections/" + collection));
  }

  private static String why(CannotClose e, Texts texts) {
    return e.getCause() instanceof ActionRefused refused
        ? RefusedText.of(refused, texts)
        : texts.of("close.refused");
  }

  /** A sealed one is closed by the agencies themselves. */
  private Optional<OpenRound> open(String collection) {
    return rounds.open(collection).filter(r -> r.manifest().sealed().isEmpty());
  }

  /** Of the boxes only those count that the page had. */
  private Set<AgencyId> without(String collection, Set<String> fields) {
    return open(collection).stream()
        .flatMap(r -> r.waiting().stream())
        .map(Delivered::agency)
        .map(p -> p.agency())
        .filter(a -> fields.contains(WITHOUT + a))
        .collect(Collectors.toSet());
  }

  private HttpResponse<String> page(
      HttpRequest<?> request, HttpStatus status, String collection, Optional<String> problem) {
    return open(collection)
        .map(r -> html.page(request, status, "close", Map.of("round", r, "problem", problem)))
        .orElseGet(() -> html.notFound(request));
  }
}
